-- Lines are edited after their import, and recognised anew: what they said before is kept, so that either can be undone.
-- And of each import the models whose weights its rows or the catalogue state, for the organisation's own averages.
PRAGMA user_version = 19;

CREATE TABLE line_edit (
    number INTEGER PRIMARY KEY,
    -- By hand, or by recognising again.
    kind TEXT NOT NULL CHECK (kind = 'edited' OR kind = 'recognised'),
    made_on TEXT NOT NULL,
    because TEXT NOT NULL CHECK (trim(because) <> ''),
    -- What was set, in words.
    summary TEXT NOT NULL,
    undone_on TEXT
) STRICT;

-- A line as it stood before.
CREATE TABLE line_before (
    edit_number INTEGER NOT NULL REFERENCES line_edit (number),
    line_id INTEGER NOT NULL,
    import_number INTEGER NOT NULL,
    year INTEGER NOT NULL,
    year_assumed INTEGER NOT NULL,
    category_id INTEGER,
    condition TEXT NOT NULL,
    out_of_scope TEXT,
    unit_mass_kg TEXT,
    mass_mg INTEGER,
    mass_low_mg INTEGER,
    mass_high_mg INTEGER,
    weight_source TEXT NOT NULL,
    total_differs INTEGER NOT NULL,
    entity_id INTEGER,
    weighing_number INTEGER,
    PRIMARY KEY (edit_number, line_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_model (
    import_number INTEGER NOT NULL REFERENCES import (number),
    model TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- How large it is, as product lines say it.
    size TEXT NOT NULL,
    kg TEXT NOT NULL,
    PRIMARY KEY (import_number, model, kind)
) STRICT, WITHOUT ROWID;
