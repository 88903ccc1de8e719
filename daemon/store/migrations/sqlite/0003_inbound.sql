-- What comes in: reactions, edits and withdrawals find their message by the keyed hash of its
-- WhatsApp id; two records that turn out to be one person are joined: the second stays as an
-- empty shell whose keys its messages are sealed under (docs/ARCHITECTURE.md, "Who is who").

CREATE TABLE message_link (
    message_place INTEGER NOT NULL PRIMARY KEY REFERENCES message (place),
    target_hash BLOB NOT NULL
);
CREATE INDEX message_link_target ON message_link (target_hash);

ALTER TABLE message ADD COLUMN provenance TEXT NOT NULL DEFAULT 'cloud';
ALTER TABLE message ADD COLUMN asks INTEGER NOT NULL DEFAULT 0;
UPDATE message SET asks = 1
WHERE direction = 'inbound' AND kind NOT IN ('reaction', 'system', 'edit', 'revoke');
CREATE INDEX message_asking ON message (conversation_id, place) WHERE asks = 1;
CREATE INDEX message_ours ON message (conversation_id, place) WHERE direction = 'outbound';

ALTER TABLE conversation ADD COLUMN standby INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN standby_at INTEGER NOT NULL DEFAULT 0;

ALTER TABLE contact ADD COLUMN name_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN stopped_at_meta INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN stopped_at_meta_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN book_name_sealed BLOB;
ALTER TABLE contact ADD COLUMN book_name_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN joined_into INTEGER;
CREATE INDEX contact_joined ON contact (joined_into) WHERE joined_into IS NOT NULL;

ALTER TABLE dead_letter ADD COLUMN body_hash BLOB;
CREATE UNIQUE INDEX dead_letter_body ON dead_letter (body_hash) WHERE body_hash IS NOT NULL;

INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('message_link', 'message_place', 'requests'),
    ('message_link', 'target_hash', 'requests'),
    ('message', 'provenance', 'requests'),
    ('message', 'asks', 'requests'),
    ('conversation', 'standby', 'requests'),
    ('conversation', 'standby_at', 'requests'),
    ('contact', 'name_at', 'inform_support'),
    ('contact', 'stopped_at_meta', 'legal_evidence'),
    ('contact', 'stopped_at_meta_at', 'legal_evidence'),
    ('contact', 'book_name_sealed', 'inform_support'),
    ('contact', 'book_name_at', 'inform_support'),
    ('contact', 'joined_into', 'inform_support'),
    ('dead_letter', 'body_hash', 'quality_security');
