-- What stands around a cell in the bytes that are digested is a third as long as it was, and a check of the whole file waits
-- less for it. The digests themselves are made anew when a file is brought up to date.
PRAGMA user_version = 47;
