-- What stands before a lot's serials as its registry prints them, so that a serial is shown as it is printed.
PRAGMA user_version = 20;

ALTER TABLE lot ADD COLUMN printed_prefix TEXT;
