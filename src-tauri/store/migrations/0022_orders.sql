-- Orders come from lists, too, and keep their documents; what only a person knows of a year's answers to CDP is kept. The kinds of an import are a list in two checks that were made
-- when there were four: SQLite changes a check in the text of its schema, and no row is touched.
PRAGMA user_version = 22;

PRAGMA writable_schema = ON;
UPDATE sqlite_schema
SET sql = replace(sql, '''catalogue'')', '''catalogue'', ''orders'')')
WHERE type = 'table' AND name IN ('import', 'mapping');
PRAGMA writable_schema = RESET;

-- What was written beside a shipment of retired assets, and when its provider is to be asked again.
CREATE TABLE shipment_note (
    shipment TEXT PRIMARY KEY CHECK (trim(shipment) <> ''),
    note TEXT,
    ask_on TEXT,
    CHECK (note IS NOT NULL OR ask_on IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- What only a person knows of the answers to CDP, by year: of a question, its row from 1, and a field of it.
CREATE TABLE disclosure_input (
    year INTEGER NOT NULL,
    question TEXT NOT NULL,
    row INTEGER NOT NULL CHECK (row > 0),
    field TEXT NOT NULL,
    value TEXT NOT NULL CHECK (trim(value) <> ''),
    PRIMARY KEY (year, question, row, field)
) STRICT, WITHOUT ROWID;

-- The list an order came from; none for one that was placed here.
ALTER TABLE certificate_order ADD COLUMN import_number INTEGER REFERENCES import (number);
CREATE INDEX certificate_order_of_import ON certificate_order (import_number);

CREATE TABLE order_document (
    order_id TEXT NOT NULL REFERENCES certificate_order (id),
    sha256 TEXT NOT NULL REFERENCES document (sha256),
    file_name TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size > 0),
    attached_on TEXT NOT NULL,
    PRIMARY KEY (order_id, sha256)
) STRICT, WITHOUT ROWID;
