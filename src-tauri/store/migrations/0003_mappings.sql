-- How a file was read, kept so that the next one of its layout is read alike; and what a person corrected in a file.
PRAGMA user_version = 3;

-- Each change is a new version; the latest of a header and supplier is applied.
CREATE TABLE mapping (
    number             INTEGER PRIMARY KEY,
    kind               TEXT NOT NULL CHECK (kind IN ('procurement', 'dispositions', 'certificates', 'catalogue')),
    header_fingerprint TEXT NOT NULL,
    supplier           TEXT NOT NULL,
    version            INTEGER NOT NULL CHECK (version > 0),
    saved_on           TEXT NOT NULL,
    file_name          TEXT NOT NULL,
    headers            TEXT NOT NULL,
    mass_unit          TEXT,
    date_order         TEXT CHECK (date_order IN ('day_first', 'month_first')),
    decimal_separator  TEXT CHECK (decimal_separator IN ('point', 'comma')),
    UNIQUE (kind, header_fingerprint, supplier, version)
) STRICT;

CREATE TABLE mapping_column (
    mapping_number INTEGER NOT NULL REFERENCES mapping (number),
    field          TEXT NOT NULL,
    header         TEXT NOT NULL,
    PRIMARY KEY (mapping_number, field)
) STRICT, WITHOUT ROWID;

-- What a word of a column means; an empty word stands for blank cells.
CREATE TABLE mapping_value (
    mapping_number INTEGER NOT NULL REFERENCES mapping (number),
    field          TEXT NOT NULL,
    seen           TEXT NOT NULL,
    means          TEXT NOT NULL,
    PRIMARY KEY (mapping_number, field, seen)
) STRICT, WITHOUT ROWID;

-- Corrections that are offered again.
CREATE TABLE mapping_fix (
    mapping_number INTEGER NOT NULL REFERENCES mapping (number),
    position       INTEGER NOT NULL,
    column_header  TEXT NOT NULL,
    seen           TEXT NOT NULL,
    becomes        TEXT NOT NULL,
    because        TEXT NOT NULL,
    PRIMARY KEY (mapping_number, position)
) STRICT, WITHOUT ROWID;

-- Corrections as they were applied, cell by cell.
CREATE TABLE import_fix (
    import_number INTEGER NOT NULL REFERENCES import (number),
    row           INTEGER NOT NULL,
    column_header TEXT NOT NULL,
    seen          TEXT NOT NULL,
    becomes       TEXT NOT NULL,
    because       TEXT NOT NULL,
    PRIMARY KEY (import_number, row, column_header)
) STRICT, WITHOUT ROWID;
