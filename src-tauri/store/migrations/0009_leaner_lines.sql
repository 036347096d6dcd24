-- What the lines of one import are asked for (undoing it, its page, its proof) reads a million of them in a third of a
-- second without an index; keeping one costs every import more.
PRAGMA user_version = 9;

DROP INDEX line_by_import;
