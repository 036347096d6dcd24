-- A line that its row and the organisation's catalogue say no weight of is weighed by a table, by its family, by the
-- organisation's own average or by its class: how, what it rests on and how far it may be off is kept once for all lines of
-- one device. Lines that were weighed before keep what they have.
PRAGMA user_version = 18;

CREATE TABLE weighing (
    number INTEGER PRIMARY KEY,
    -- What tells the device from others, its kind (empty where none is known), the tier, and the family or class.
    model TEXT NOT NULL,
    kind TEXT NOT NULL,
    tier TEXT NOT NULL,
    class TEXT NOT NULL,
    source TEXT NOT NULL,
    -- How many devices it rests on; 0 for a published average that does not say.
    devices INTEGER NOT NULL CHECK (devices >= 0),
    -- One unit: the mean, the ends of the 90 % range, and the standard deviation of one device.
    kg TEXT NOT NULL,
    low_kg TEXT NOT NULL,
    high_kg TEXT NOT NULL,
    deviation_kg TEXT NOT NULL,
    -- The words that decided.
    evidence TEXT NOT NULL
) STRICT;
CREATE INDEX weighing_by_model ON weighing (model);

ALTER TABLE line ADD COLUMN weighing_number INTEGER;
ALTER TABLE superseded_line ADD COLUMN weighing_number INTEGER;
