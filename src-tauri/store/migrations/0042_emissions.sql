-- Emissions beside the requirement: sets of factors as they were published, and what restoring hardware used up.
PRAGMA user_version = 42;

-- A file of factors. One that was taken back stays listed, without its factors.
CREATE TABLE factor_set (
    number      INTEGER PRIMARY KEY,
    publisher   TEXT NOT NULL CHECK (publisher IN ('desnz', 'epa')),
    version     TEXT NOT NULL CHECK (trim(version) <> ''),
    year        INTEGER NOT NULL,
    file_name   TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    imported_on TEXT NOT NULL,
    undone_on   TEXT,
    factors     INTEGER NOT NULL CHECK (factors > 0)
) STRICT;

-- A file stands once.
CREATE UNIQUE INDEX factor_set_that_stands ON factor_set (file_sha256) WHERE undone_on IS NULL;

CREATE TABLE factor (
    set_number INTEGER NOT NULL REFERENCES factor_set (number),
    position   INTEGER NOT NULL,
    sheet      TEXT NOT NULL,
    row        INTEGER NOT NULL,
    letters    TEXT NOT NULL,
    name       TEXT NOT NULL,
    variant    TEXT NOT NULL,
    unit       TEXT NOT NULL,
    kgco2e     TEXT NOT NULL,
    PRIMARY KEY (set_number, position)
) STRICT, WITHOUT ROWID;

-- What restoring the hardware of a year used up: an amount, and the kgCO2e of one unit of it with where that is from.
CREATE TABLE process_energy (
    year     INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (position > 0),
    name     TEXT NOT NULL CHECK (trim(name) <> ''),
    amount   TEXT NOT NULL,
    unit     TEXT NOT NULL CHECK (trim(unit) <> ''),
    kgco2e   TEXT NOT NULL,
    source   TEXT NOT NULL CHECK (trim(source) <> ''),
    PRIMARY KEY (year, position)
) STRICT, WITHOUT ROWID;
