-- What a person writes beside a signature, the claim of a year as it was edited, and how a line's price decided its Scope 3
-- category: a threshold is compared with no price in another currency but at a rate that a person gave.
ALTER TABLE signature ADD COLUMN comment TEXT;

-- `suggested` is the text that was offered when it was written: once the figures offer another, it is out of date.
CREATE TABLE claim (
    year      INTEGER PRIMARY KEY,
    text      TEXT NOT NULL CHECK (text <> ''),
    suggested TEXT NOT NULL,
    edited_on TEXT NOT NULL
) STRICT;

-- Nothing of the lines that were there before: nobody kept it.
ALTER TABLE line ADD COLUMN scope3_rule TEXT;
ALTER TABLE superseded_line ADD COLUMN scope3_rule TEXT;

PRAGMA user_version = 12;
