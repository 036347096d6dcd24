-- The entities of the organisation, by the name that reports give them, and the other spellings that files have for each:
-- the requirement is rounded up once for each entity, so two spellings must not be two.
PRAGMA user_version = 29;

CREATE TABLE entity (
    name TEXT PRIMARY KEY CHECK (trim(name) <> ''),
    country TEXT CHECK (length(country) = 2),
    identifier TEXT CHECK (trim(identifier) <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE entity_alias (
    alias TEXT PRIMARY KEY CHECK (trim(alias) <> ''),
    entity TEXT NOT NULL REFERENCES entity (name)
) STRICT, WITHOUT ROWID;
