-- A plan looks years ahead: its scenarios are kept by name as what a person turned, with the facts they began from, and
-- certificates are ordered before they have serials.
PRAGMA user_version = 14;

CREATE TABLE scenario (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> ''),
    made_on TEXT NOT NULL,
    -- The last event when its facts were taken.
    event INTEGER NOT NULL,
    adopted_on TEXT
) STRICT;

-- One is the plan of record.
CREATE UNIQUE INDEX scenario_of_record ON scenario (adopted_on IS NOT NULL) WHERE adopted_on IS NOT NULL;

-- What differs from the workspace's own history.
CREATE TABLE scenario_driver (
    scenario_number INTEGER NOT NULL REFERENCES scenario (number) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (scenario_number, key)
) STRICT, WITHOUT ROWID;

-- What the workspace knew when the scenario was made or brought up to date.
CREATE TABLE scenario_fact (
    scenario_number INTEGER NOT NULL REFERENCES scenario (number) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (scenario_number, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE certificate_order (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    seller TEXT NOT NULL CHECK (trim(seller) <> ''),
    class TEXT NOT NULL,
    registry TEXT,
    vintage_from INTEGER NOT NULL,
    vintage_to INTEGER NOT NULL CHECK (vintage_from <= vintage_to),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    unit_price TEXT,
    currency TEXT,
    order_number TEXT,
    entity TEXT,
    ordered_on TEXT NOT NULL,
    expected_on TEXT,
    -- The plan line it carries out: a scenario's name and a year.
    scenario TEXT,
    plan_year INTEGER,
    cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled BETWEEN 0 AND quantity),
    cancelled_on TEXT,
    cancelled_because TEXT,
    CHECK ((unit_price IS NULL) = (currency IS NULL)),
    CHECK ((cancelled > 0) = (cancelled_on IS NOT NULL))
) STRICT;

CREATE TABLE order_delivery (
    order_id TEXT NOT NULL REFERENCES certificate_order (id),
    lot_id TEXT NOT NULL UNIQUE,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    delivered_on TEXT NOT NULL,
    PRIMARY KEY (order_id, lot_id)
) STRICT, WITHOUT ROWID;

-- No more is delivered and cancelled than was ordered.
CREATE TRIGGER order_is_not_exceeded AFTER INSERT ON order_delivery
WHEN (SELECT sum(quantity) FROM order_delivery WHERE order_id = new.order_id)
     + (SELECT cancelled FROM certificate_order WHERE id = new.order_id)
     > (SELECT quantity FROM certificate_order WHERE id = new.order_id)
BEGIN
    SELECT raise(ABORT, 'more is delivered than was ordered');
END;

CREATE TRIGGER order_rest_is_cancelled BEFORE UPDATE OF cancelled ON certificate_order
WHEN new.cancelled + coalesce((SELECT sum(quantity) FROM order_delivery WHERE order_id = new.id), 0) > new.quantity
BEGIN
    SELECT raise(ABORT, 'more is cancelled than is open');
END;
