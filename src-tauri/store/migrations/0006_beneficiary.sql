-- What a registry prints of a beneficiary beside its name.
PRAGMA user_version = 6;

ALTER TABLE retirement ADD COLUMN beneficiary_country TEXT;
ALTER TABLE retirement ADD COLUMN beneficiary_identifier TEXT;
