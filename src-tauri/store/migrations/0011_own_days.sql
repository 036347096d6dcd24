-- When something happened to certificates, beside the day on which it was recorded: of lots and where their units are,
-- and of retirements, with what the registry calls them; and why more own certificates were issued than restored kg.
PRAGMA user_version = 11;

-- The day that the log kept with the lot; what was split off is dated from its events once this is through.
ALTER TABLE lot ADD COLUMN since TEXT;
UPDATE lot SET since = (SELECT dated_on FROM event WHERE sequence = lot.event);
ALTER TABLE lot ADD COLUMN first_moved_on TEXT;
ALTER TABLE lot_range ADD COLUMN since TEXT;

ALTER TABLE retirement ADD COLUMN recorded_on TEXT;
ALTER TABLE retirement ADD COLUMN registry_reference TEXT;
ALTER TABLE retirement ADD COLUMN registry_link TEXT;

ALTER TABLE lot ADD COLUMN excess_reason TEXT;
