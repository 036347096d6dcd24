-- Cells whose value was computed here, because their file holds a formula and no result, are found by their row, so that a
-- trace says so without looking at every finding of an import.
PRAGMA user_version = 46;

CREATE INDEX computed_cell ON import_issue (import_number, row) WHERE code = 'formula_computed';
