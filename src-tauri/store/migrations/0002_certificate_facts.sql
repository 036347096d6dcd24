-- What a registry and an auditor also know of a lot: the rest of Annex A, splits, evidence kept by content,
-- the figures a year was locked with, and the day a lot was last compared with its registry.
PRAGMA user_version = 2;

ALTER TABLE lot RENAME COLUMN methodology TO methodology_version;
ALTER TABLE lot ADD COLUMN class_version TEXT;
ALTER TABLE lot ADD COLUMN baseline TEXT CHECK (baseline IN ('virgin_manufacture', 'landfill_avoidance'));
ALTER TABLE lot ADD COLUMN factor_source TEXT;
ALTER TABLE lot ADD COLUMN verified_on TEXT;
ALTER TABLE lot ADD COLUMN claim_eligibility TEXT;
ALTER TABLE lot ADD COLUMN registry_status TEXT;
ALTER TABLE lot ADD COLUMN registry_link TEXT;
ALTER TABLE lot ADD COLUMN chain_of_custody TEXT;
ALTER TABLE lot ADD COLUMN delivery_date TEXT;
ALTER TABLE lot ADD COLUMN order_number TEXT;
ALTER TABLE lot ADD COLUMN intent TEXT NOT NULL DEFAULT 'undecided' CHECK (intent IN ('undecided', 'hold', 'sell'));
ALTER TABLE lot ADD COLUMN checked_on TEXT;
CREATE TRIGGER serials_never_change BEFORE UPDATE OF id, class, registry, prefix, serial_start, serial_end ON lot
BEGIN SELECT RAISE(ABORT, 'the serials of a lot never change'); END;
CREATE TRIGGER one_class_a_batch_still BEFORE UPDATE OF batch ON lot
WHEN EXISTS (
    SELECT 1 FROM lot WHERE registry = NEW.registry AND batch = NEW.batch AND class <> NEW.class
)
BEGIN SELECT RAISE(ABORT, 'this batch carries another class'); END;

-- A lot that was split stands in the log alone; its id is never used again.
CREATE TABLE split_lot (
    id    TEXT PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event (sequence),
    lower TEXT NOT NULL,
    upper TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER a_lot_id_is_used_once BEFORE INSERT ON lot
WHEN EXISTS (SELECT 1 FROM split_lot WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'this id was used by a lot that was split'); END;

ALTER TABLE retirement ADD COLUMN purpose TEXT;

-- The bytes of attached files, once each, named by what they are.
CREATE TABLE document (
    sha256  TEXT PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;
CREATE TRIGGER a_document_is_never_changed BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'documents are never changed'); END;
CREATE TRIGGER a_document_is_never_removed BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'documents are never removed'); END;

-- Which lot or retirement a document is evidence of.
CREATE TABLE evidence (
    event     INTEGER NOT NULL REFERENCES event (sequence),
    subject   TEXT NOT NULL CHECK (subject IN ('lot', 'retirement')),
    id        TEXT NOT NULL,
    sha256    TEXT NOT NULL REFERENCES document (sha256),
    file_name TEXT NOT NULL,
    size      INTEGER NOT NULL,
    proves    TEXT NOT NULL CHECK (proves IN ('ownership', 'verification', 'delivery', 'retirement', 'other')),
    PRIMARY KEY (subject, id, event)
) STRICT, WITHOUT ROWID;

-- The figures of a year as they were when it was last locked.
CREATE TABLE locked_figure (
    year   INTEGER NOT NULL,
    figure TEXT NOT NULL,
    value  TEXT NOT NULL,
    event  INTEGER NOT NULL REFERENCES event (sequence),
    PRIMARY KEY (year, figure)
) STRICT, WITHOUT ROWID;
