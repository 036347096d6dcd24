-- A million lines are written in seconds: no table is built per row to check a word (what IN does), no word is looked
-- up again that was just added (`verify` looks for lines whose words are missing), and nothing a row can meet needs a
-- journal of its own (what ABORT and an immediate reference do beside a trigger): a refused row ends the transaction.
PRAGMA user_version = 7;

CREATE TABLE lighter_line (
    id              INTEGER PRIMARY KEY,
    import_number   INTEGER NOT NULL REFERENCES import (number) DEFERRABLE INITIALLY DEFERRED,
    row             INTEGER NOT NULL,
    raw             TEXT NOT NULL,
    year            INTEGER NOT NULL,
    year_assumed    INTEGER NOT NULL CHECK (year_assumed IN (0, 1)),
    date            TEXT,
    item_id         INTEGER,
    manufacturer_id INTEGER,
    model_id        INTEGER,
    category_id     INTEGER,
    condition       TEXT NOT NULL
        CHECK (condition = 'new' OR condition = 'refurbished' OR condition = 'used' OR condition = 'unknown'),
    out_of_scope    TEXT,
    quantity        INTEGER NOT NULL,
    stated_unit_kg  TEXT,
    stated_total_kg TEXT,
    unit_mass_kg    TEXT,
    mass_mg         INTEGER,
    mass_low_mg     INTEGER,
    mass_high_mg    INTEGER,
    weight_source   TEXT NOT NULL
        CHECK (weight_source = 'row' OR weight_source = 'catalogue' OR weight_source = 'own_average'
            OR weight_source = 'default' OR weight_source = 'unresolved'),
    total_differs   INTEGER NOT NULL CHECK (total_differs IN (0, 1)),
    order_number_id INTEGER,
    line_number     TEXT,
    supplier_id     INTEGER,
    serial_number   TEXT,
    unit_price      TEXT,
    currency_id     INTEGER,
    entity_id       INTEGER,
    country_id      INTEGER,
    cost_centre_id  INTEGER,
    scope3_category INTEGER NOT NULL CHECK (scope3_category IN (1, 2)),
    CHECK ((weight_source = 'unresolved') = (mass_mg IS NULL)),
    CHECK ((mass_mg IS NULL) = (mass_low_mg IS NULL) AND (mass_mg IS NULL) = (mass_high_mg IS NULL))
) STRICT;
INSERT INTO lighter_line SELECT * FROM line;
DROP TABLE line;
ALTER TABLE lighter_line RENAME TO line;
CREATE INDEX line_by_year ON line (year, weight_source);
CREATE INDEX line_by_import ON line (import_number);

CREATE TRIGGER a_locked_year_takes_no_line BEFORE INSERT ON line
WHEN EXISTS (SELECT 1 FROM locked_year WHERE year = NEW.year)
BEGIN SELECT RAISE(FAIL, 'this reporting year is locked'); END;
CREATE TRIGGER a_locked_year_loses_no_line BEFORE DELETE ON line
WHEN EXISTS (SELECT 1 FROM locked_year WHERE year = OLD.year)
BEGIN SELECT RAISE(ABORT, 'this reporting year is locked'); END;
