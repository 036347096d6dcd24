-- The workspace as it begins: settings, imports with their rows, the catalogue, and the certificate ledger.
-- Masses are whole milligrams, money and other exact decimals are text, dates are ISO text.
PRAGMA application_id = 0x49544543;
PRAGMA user_version = 1;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reporting_year (
    year            INTEGER PRIMARY KEY,
    closes_on       TEXT,
    target_percent  TEXT,
    budget_amount   TEXT,
    budget_currency TEXT,
    CHECK ((budget_amount IS NULL) = (budget_currency IS NULL))
) STRICT;

CREATE TABLE import (
    number           INTEGER PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    kind             TEXT NOT NULL CHECK (kind IN ('procurement', 'dispositions', 'certificates', 'catalogue')),
    file_name        TEXT NOT NULL,
    file_sha256      TEXT NOT NULL,
    sheet            TEXT NOT NULL,
    header_row       INTEGER NOT NULL,
    plan_hash        TEXT NOT NULL,
    imported_on      TEXT NOT NULL,
    rows_read        INTEGER NOT NULL DEFAULT 0,
    rows_imported    INTEGER NOT NULL DEFAULT 0,
    rows_skipped     INTEGER NOT NULL DEFAULT 0,
    rows_rejected    INTEGER NOT NULL DEFAULT 0,
    quantity         INTEGER NOT NULL DEFAULT 0,
    mass_mg          INTEGER NOT NULL DEFAULT 0,
    mass_new_mg      INTEGER NOT NULL DEFAULT 0,
    mass_excluded_mg INTEGER NOT NULL DEFAULT 0,
    undone_on        TEXT,
    CHECK (rows_read = rows_imported + rows_skipped + rows_rejected)
) STRICT;
CREATE INDEX import_by_file ON import (file_sha256);

CREATE TABLE import_column (
    import_number INTEGER NOT NULL REFERENCES import (number),
    position      INTEGER NOT NULL,
    header        TEXT NOT NULL,
    field         TEXT,
    PRIMARY KEY (import_number, position)
) STRICT, WITHOUT ROWID;

-- Rows that no other table keeps whole: nothing is dropped in silence. A certificate's or a device's row is kept
-- with the name of what it became.
CREATE TABLE import_row (
    import_number INTEGER NOT NULL REFERENCES import (number),
    row           INTEGER NOT NULL,
    outcome       TEXT NOT NULL CHECK (outcome IN ('imported', 'skipped', 'rejected')),
    reason        TEXT NOT NULL,
    raw           TEXT NOT NULL,
    PRIMARY KEY (import_number, row)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_issue (
    import_number INTEGER NOT NULL REFERENCES import (number),
    position      INTEGER NOT NULL,
    row           INTEGER NOT NULL,
    column_header TEXT,
    code          TEXT NOT NULL,
    severity      TEXT NOT NULL CHECK (severity IN ('informs', 'warns', 'rejects')),
    seen          TEXT NOT NULL,
    expected      TEXT NOT NULL,
    PRIMARY KEY (import_number, position)
) STRICT, WITHOUT ROWID;

-- Words that many lines share, kept once.
CREATE TABLE word (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE line (
    id              INTEGER PRIMARY KEY,
    import_number   INTEGER NOT NULL REFERENCES import (number),
    row             INTEGER NOT NULL,
    raw             TEXT NOT NULL,
    year            INTEGER NOT NULL,
    year_assumed    INTEGER NOT NULL CHECK (year_assumed IN (0, 1)),
    date            TEXT,
    item_id         INTEGER REFERENCES word (id),
    manufacturer_id INTEGER REFERENCES word (id),
    model_id        INTEGER REFERENCES word (id),
    category_id     INTEGER REFERENCES word (id),
    condition       TEXT NOT NULL CHECK (condition IN ('new', 'refurbished', 'used', 'unknown')),
    out_of_scope    TEXT,
    quantity        INTEGER NOT NULL,
    stated_unit_kg  TEXT,
    stated_total_kg TEXT,
    unit_mass_kg    TEXT,
    mass_mg         INTEGER,
    mass_low_mg     INTEGER,
    mass_high_mg    INTEGER,
    weight_source   TEXT NOT NULL CHECK (weight_source IN ('row', 'catalogue', 'own_average', 'default', 'unresolved')),
    total_differs   INTEGER NOT NULL CHECK (total_differs IN (0, 1)),
    order_number_id INTEGER REFERENCES word (id),
    line_number     TEXT,
    supplier_id     INTEGER REFERENCES word (id),
    serial_number   TEXT,
    unit_price      TEXT,
    currency_id     INTEGER REFERENCES word (id),
    entity_id       INTEGER REFERENCES word (id),
    country_id      INTEGER REFERENCES word (id),
    cost_centre_id  INTEGER REFERENCES word (id),
    scope3_category INTEGER NOT NULL CHECK (scope3_category IN (1, 2)),
    CHECK ((weight_source = 'unresolved') = (mass_mg IS NULL)),
    CHECK ((mass_mg IS NULL) = (mass_low_mg IS NULL) AND (mass_mg IS NULL) = (mass_high_mg IS NULL))
) STRICT;
CREATE INDEX line_by_year ON line (year, weight_source);
CREATE INDEX line_by_import ON line (import_number);

CREATE TABLE disposition (
    id                  INTEGER PRIMARY KEY,
    import_number       INTEGER NOT NULL REFERENCES import (number),
    row                 INTEGER NOT NULL,
    raw                 TEXT NOT NULL,
    year                INTEGER NOT NULL,
    year_assumed        INTEGER NOT NULL CHECK (year_assumed IN (0, 1)),
    date                TEXT,
    asset_tag           TEXT,
    item                TEXT,
    category            TEXT,
    quantity            INTEGER,
    sent_mg             INTEGER NOT NULL,
    restored_mg         INTEGER,
    outcome             TEXT CHECK (outcome IN ('reused', 'refurbished', 'parts', 'material', 'residual', 'unknown')),
    provider            TEXT,
    legal_obligation_mg INTEGER NOT NULL,
    batch               TEXT,
    entity              TEXT
) STRICT;
CREATE INDEX disposition_by_year ON disposition (year);
CREATE INDEX disposition_by_import ON disposition (import_number);

CREATE TABLE device (
    id            INTEGER PRIMARY KEY,
    import_number INTEGER NOT NULL REFERENCES import (number),
    row           INTEGER NOT NULL,
    manufacturer  TEXT,
    model         TEXT,
    item          TEXT,
    category      TEXT,
    unit_mass_kg  TEXT NOT NULL,
    is_doubtful   INTEGER NOT NULL CHECK (is_doubtful IN (0, 1)),
    factor_kgco2e TEXT,
    source        TEXT,
    date          TEXT
) STRICT;
CREATE INDEX device_by_import ON device (import_number);

-- The event log only grows, and each event's hash covers the one before it.
CREATE TABLE event (
    sequence      INTEGER PRIMARY KEY,
    dated_on      TEXT NOT NULL,
    kind          TEXT NOT NULL,
    body          TEXT NOT NULL,
    previous_hash TEXT NOT NULL UNIQUE,
    hash          TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;

-- What follows from the events, kept so that the schema itself refuses what the rules refuse.
CREATE TABLE lot (
    id                TEXT PRIMARY KEY,
    event             INTEGER NOT NULL REFERENCES event (sequence),
    import_number     INTEGER REFERENCES import (number),
    class             TEXT NOT NULL,
    registry          TEXT NOT NULL COLLATE NOCASE,
    prefix            TEXT NOT NULL COLLATE NOCASE,
    serial_start      INTEGER NOT NULL CHECK (serial_start >= 0),
    serial_end        INTEGER NOT NULL,
    vintage           INTEGER NOT NULL,
    expires_on        TEXT NOT NULL,
    origin            TEXT NOT NULL CHECK (origin IN ('purchased', 'self_generated', 'transferred_in')),
    is_bundled        INTEGER NOT NULL CHECK (is_bundled IN (0, 1)),
    batch             TEXT,
    entity            TEXT,
    unit_price        TEXT,
    currency          TEXT,
    project           TEXT,
    facility          TEXT,
    country           TEXT,
    counterparty      TEXT,
    trade_date        TEXT,
    methodology       TEXT,
    verification_body TEXT,
    tco2e             TEXT,
    CHECK (serial_end >= serial_start)
) STRICT, WITHOUT ROWID;
CREATE INDEX lot_by_serial ON lot (registry, class, prefix, serial_start);
CREATE INDEX lot_by_batch ON lot (registry, batch) WHERE batch IS NOT NULL;
-- As none overlap, only the last lot that begins before the new one's end can have a serial of it.
CREATE TRIGGER lots_never_overlap BEFORE INSERT ON lot
WHEN (
    SELECT serial_end FROM lot
    WHERE registry = NEW.registry AND class = NEW.class AND prefix = NEW.prefix AND serial_start <= NEW.serial_end
    ORDER BY serial_start DESC LIMIT 1
) >= NEW.serial_start
BEGIN SELECT RAISE(ABORT, 'these serials are already recorded'); END;
CREATE TRIGGER one_class_a_batch BEFORE INSERT ON lot
WHEN EXISTS (
    SELECT 1 FROM lot WHERE registry = NEW.registry AND batch = NEW.batch AND class <> NEW.class
)
BEGIN SELECT RAISE(ABORT, 'this batch carries another class'); END;

CREATE TABLE lot_range (
    lot_id       TEXT NOT NULL REFERENCES lot (id),
    serial_start INTEGER NOT NULL,
    serial_end   INTEGER NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('held', 'reserved', 'listed', 'transferred', 'retired', 'expired', 'cancelled')),
    year         INTEGER,
    PRIMARY KEY (lot_id, serial_start),
    CHECK (serial_end >= serial_start),
    CHECK ((state IN ('reserved', 'retired')) = (year IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ranges_stay_in_their_lot BEFORE INSERT ON lot_range
WHEN NOT EXISTS (
    SELECT 1 FROM lot WHERE id = NEW.lot_id AND serial_start <= NEW.serial_start AND serial_end >= NEW.serial_end
)
BEGIN SELECT RAISE(ABORT, 'these serials are not of this lot'); END;
CREATE TRIGGER ranges_never_overlap BEFORE INSERT ON lot_range
WHEN EXISTS (
    SELECT 1 FROM lot_range
    WHERE lot_id = NEW.lot_id AND serial_start <= NEW.serial_end AND serial_end >= NEW.serial_start
)
BEGIN SELECT RAISE(ABORT, 'these serials are already in a state'); END;

CREATE TABLE retirement (
    id          TEXT PRIMARY KEY,
    event       INTEGER NOT NULL REFERENCES event (sequence),
    retired_on  TEXT NOT NULL,
    year        INTEGER NOT NULL,
    beneficiary TEXT NOT NULL,
    entity      TEXT,
    claim_level TEXT NOT NULL CHECK (claim_level IN ('unassigned', 'activity', 'activity_pool', 'sector')),
    because     TEXT
) STRICT, WITHOUT ROWID;

-- A reversed retirement stands in the log alone; its statement number is never used again.
CREATE TABLE reversed_retirement (
    id       TEXT PRIMARY KEY,
    event    INTEGER NOT NULL REFERENCES event (sequence),
    evidence TEXT NOT NULL CHECK (evidence <> '')
) STRICT, WITHOUT ROWID;
CREATE TRIGGER a_statement_number_is_used_once BEFORE INSERT ON retirement
WHEN EXISTS (SELECT 1 FROM reversed_retirement WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'this statement number was used by a reversed retirement'); END;

CREATE TABLE retirement_line (
    retirement_id TEXT NOT NULL REFERENCES retirement (id),
    position      INTEGER NOT NULL,
    lot_id        TEXT NOT NULL REFERENCES lot (id),
    serial_start  INTEGER NOT NULL,
    serial_end    INTEGER NOT NULL,
    PRIMARY KEY (retirement_id, position),
    CHECK (serial_end >= serial_start)
) STRICT, WITHOUT ROWID;
CREATE INDEX retirement_line_by_lot ON retirement_line (lot_id, serial_start);
CREATE TRIGGER a_unit_is_retired_once BEFORE INSERT ON retirement_line
WHEN EXISTS (
    SELECT 1 FROM retirement_line
    WHERE lot_id = NEW.lot_id AND serial_start <= NEW.serial_end AND serial_end >= NEW.serial_start
)
BEGIN SELECT RAISE(ABORT, 'these certificates are already retired'); END;

CREATE TABLE locked_year (
    year  INTEGER PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (sequence)
) STRICT;
CREATE TRIGGER a_locked_year_takes_no_line BEFORE INSERT ON line
WHEN EXISTS (SELECT 1 FROM locked_year WHERE year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'this reporting year is locked'); END;
CREATE TRIGGER a_locked_year_loses_no_line BEFORE DELETE ON line
WHEN EXISTS (SELECT 1 FROM locked_year WHERE year = OLD.year)
BEGIN SELECT RAISE(ABORT, 'this reporting year is locked'); END;
