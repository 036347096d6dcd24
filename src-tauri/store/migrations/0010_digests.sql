-- What the rows behind a report come to, block by block, so that the chain can state it at the cost of what changed and
-- `verify` can say where a row is other than it was left.
PRAGMA user_version = 10;

-- A table, which of its rows (those of an import, a year, a mapping; 0 where all are one group), and a block of 256.
CREATE TABLE digest (
    kept   TEXT NOT NULL,
    part   INTEGER NOT NULL,
    block  INTEGER NOT NULL,
    rows   INTEGER NOT NULL CHECK (rows > 0),
    sha256 TEXT NOT NULL,
    PRIMARY KEY (kept, part, block)
) STRICT, WITHOUT ROWID;
