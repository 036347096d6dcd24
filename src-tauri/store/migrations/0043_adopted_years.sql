-- A plan of record is compared with what came of it, so what it said of each coming year is kept as it was adopted.
PRAGMA user_version = 43;

CREATE TABLE adopted_year (
    adoption   INTEGER NOT NULL,
    year       INTEGER NOT NULL,
    scenario   TEXT NOT NULL,
    adopted_on TEXT NOT NULL,
    mass_mg    INTEGER NOT NULL,
    gross      INTEGER NOT NULL,
    needed     INTEGER NOT NULL,
    own        INTEGER NOT NULL,
    to_buy     INTEGER NOT NULL,
    cost       TEXT,
    currency   TEXT,
    CHECK ((cost IS NULL) = (currency IS NULL)),
    PRIMARY KEY (adoption, year)
) STRICT, WITHOUT ROWID;
