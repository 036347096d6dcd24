-- What a person writes beside a signature.
ALTER TABLE signature ADD COLUMN comment TEXT;

PRAGMA user_version = 12;
