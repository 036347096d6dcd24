-- An event says who recorded it and at what time, within its text, which an earlier version does not know: it opens such a file for reading. No table changes.
PRAGMA user_version = 30;
