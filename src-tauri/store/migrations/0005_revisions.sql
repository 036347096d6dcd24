-- Lines that a revised file replaced: out of every total, and kept so that undoing the revision brings them back.
PRAGMA user_version = 5;

-- The columns of `line` in their order, behind the import that replaced it.
CREATE TABLE superseded_line (
    superseded_by   INTEGER NOT NULL REFERENCES import (number),
    id              INTEGER PRIMARY KEY,
    import_number   INTEGER NOT NULL REFERENCES import (number),
    row             INTEGER NOT NULL,
    raw             TEXT NOT NULL,
    year            INTEGER NOT NULL,
    year_assumed    INTEGER NOT NULL,
    date            TEXT,
    item_id         INTEGER REFERENCES word (id),
    manufacturer_id INTEGER REFERENCES word (id),
    model_id        INTEGER REFERENCES word (id),
    category_id     INTEGER REFERENCES word (id),
    condition       TEXT NOT NULL,
    out_of_scope    TEXT,
    quantity        INTEGER NOT NULL,
    stated_unit_kg  TEXT,
    stated_total_kg TEXT,
    unit_mass_kg    TEXT,
    mass_mg         INTEGER,
    mass_low_mg     INTEGER,
    mass_high_mg    INTEGER,
    weight_source   TEXT NOT NULL,
    total_differs   INTEGER NOT NULL,
    order_number_id INTEGER REFERENCES word (id),
    line_number     TEXT,
    supplier_id     INTEGER REFERENCES word (id),
    serial_number   TEXT,
    unit_price      TEXT,
    currency_id     INTEGER REFERENCES word (id),
    entity_id       INTEGER REFERENCES word (id),
    country_id      INTEGER REFERENCES word (id),
    cost_centre_id  INTEGER REFERENCES word (id),
    scope3_category INTEGER NOT NULL
) STRICT;
CREATE INDEX superseded_line_by_import ON superseded_line (superseded_by);
CREATE INDEX superseded_line_by_own_import ON superseded_line (import_number);
