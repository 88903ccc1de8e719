-- The key with which WhatsApp last saw this person under a number (identity_key_hash), as a keyed
-- hash: another one without a word about it may mean that the number has a new owner (R-06).

ALTER TABLE contact_identity ADD COLUMN key_hash BLOB;
ALTER TABLE contact_identity ADD COLUMN key_at INTEGER;

INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('contact_identity', 'key_hash', 'inform_support'),
    ('contact_identity', 'key_at', 'inform_support');
