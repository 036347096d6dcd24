-- Retired assets that a revised file replaced: out of every total, and kept so that undoing the revision brings them back.
PRAGMA user_version = 8;

-- The columns of `disposition` in their order, behind the import that replaced it.
CREATE TABLE superseded_disposition (
    superseded_by       INTEGER NOT NULL REFERENCES import (number),
    id                  INTEGER PRIMARY KEY,
    import_number       INTEGER NOT NULL REFERENCES import (number),
    row                 INTEGER NOT NULL,
    raw                 TEXT NOT NULL,
    year                INTEGER NOT NULL,
    year_assumed        INTEGER NOT NULL,
    date                TEXT,
    asset_tag           TEXT,
    item                TEXT,
    category            TEXT,
    quantity            INTEGER,
    sent_mg             INTEGER NOT NULL,
    restored_mg         INTEGER,
    outcome             TEXT,
    provider            TEXT,
    legal_obligation_mg INTEGER NOT NULL,
    batch               TEXT,
    entity              TEXT
) STRICT;
CREATE INDEX superseded_disposition_by_import ON superseded_disposition (superseded_by);
CREATE INDEX superseded_disposition_by_own_import ON superseded_disposition (import_number);

-- A locked year keeps its retired assets as it keeps its lines.
CREATE TRIGGER a_locked_year_takes_no_disposition BEFORE INSERT ON disposition
WHEN EXISTS (SELECT 1 FROM locked_year WHERE year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'this reporting year is locked'); END;
CREATE TRIGGER a_locked_year_loses_no_disposition BEFORE DELETE ON disposition
WHEN EXISTS (SELECT 1 FROM locked_year WHERE year = OLD.year)
BEGIN SELECT RAISE(ABORT, 'this reporting year is locked'); END;
