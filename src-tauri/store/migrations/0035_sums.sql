-- What the lines of a year come to, so that a question reads a few sums and not every line; what is known by its
-- identity is found without looking at every record that stands.
PRAGMA user_version = 35;

-- Lines that are alike in everything a total asks for. A word that is missing is 0, a text that is missing is empty;
-- `superseded_by` is 0 for lines that stand. What is held is what the amounts come to without their signs: as long as
-- all of it together can be held, every total can.
CREATE TABLE line_sum (
    year             INTEGER NOT NULL,
    superseded_by    INTEGER NOT NULL,
    import_number    INTEGER NOT NULL,
    entity_id        INTEGER NOT NULL,
    category_id      INTEGER NOT NULL,
    condition        TEXT NOT NULL,
    out_of_scope     TEXT NOT NULL,
    scope3_category  INTEGER NOT NULL,
    weight_source    TEXT NOT NULL,
    weighing_number  INTEGER NOT NULL,
    lines            INTEGER NOT NULL,
    quantity         INTEGER NOT NULL,
    quantity_held    INTEGER NOT NULL,
    mass_mg          INTEGER NOT NULL,
    mass_low_mg      INTEGER NOT NULL,
    mass_high_mg     INTEGER NOT NULL,
    mass_held_mg     INTEGER NOT NULL,
    PRIMARY KEY (year, superseded_by, import_number, entity_id, category_id, condition, out_of_scope, scope3_category,
        weight_source, weighing_number)
) STRICT, WITHOUT ROWID;

-- Where the records that an import brought are found by what they are known by: runs of their hashes in ascending order,
-- each with the record's id, cut into blocks. A hash only proposes a record; what is the same is compared in full.
CREATE TABLE record_identity (
    import_number INTEGER NOT NULL,
    run           INTEGER NOT NULL,
    first_hash    INTEGER NOT NULL,
    pairs         BLOB NOT NULL,
    PRIMARY KEY (import_number, run, first_hash)
) STRICT, WITHOUT ROWID;
