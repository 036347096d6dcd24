-- What a document is, its date and issuer, and the serials or the batch that it covers: a paper that covers other serials
-- proves nothing of a lot. Nothing of the documents that were attached before: nobody said.
PRAGMA user_version = 17;

ALTER TABLE evidence ADD COLUMN kind TEXT;
ALTER TABLE evidence ADD COLUMN issued_on TEXT;
ALTER TABLE evidence ADD COLUMN issuer TEXT;
ALTER TABLE evidence ADD COLUMN batch TEXT;
-- Runs of serials as 1-100, a space between them.
ALTER TABLE evidence ADD COLUMN covers TEXT;
