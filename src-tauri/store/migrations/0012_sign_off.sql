-- What a person writes beside a signature, and the claim of a year as it was edited.
ALTER TABLE signature ADD COLUMN comment TEXT;

-- `suggested` is the text that was offered when it was written: once the figures offer another, it is out of date.
CREATE TABLE claim (
    year      INTEGER PRIMARY KEY,
    text      TEXT NOT NULL CHECK (text <> ''),
    suggested TEXT NOT NULL,
    edited_on TEXT NOT NULL
) STRICT;

PRAGMA user_version = 12;
