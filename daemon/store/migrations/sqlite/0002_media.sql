-- Pictures, recordings and files: one row per file. The bytes lie sealed in the folder media/
-- under the key of (contact, month of at); details_sealed holds WhatsApp's id, the announced
-- hash, the type and the file name (all of them somebody's words). A file handed over for a
-- message that is not sent yet has no message_id. Cards of a template may have a file each.

CREATE TABLE media (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    conversation_id INTEGER NOT NULL,
    message_id BLOB,
    phone_number_id TEXT NOT NULL,
    direction TEXT NOT NULL,
    state TEXT NOT NULL,
    details_sealed BLOB,
    size INTEGER NOT NULL,
    file TEXT NOT NULL,
    at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    mismatches INTEGER NOT NULL,
    next_try_at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    handed_over_at INTEGER NOT NULL
);
CREATE INDEX media_message ON media (message_id);
CREATE INDEX media_of ON media (contact_id);
CREATE INDEX media_age ON media (at);
CREATE INDEX media_due ON media (next_try_at) WHERE state = 'waiting';
CREATE INDEX media_unused ON media (created_at) WHERE message_id IS NULL;

ALTER TABLE erasure_order ADD COLUMN files INTEGER NOT NULL DEFAULT 0;

INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('media', 'id', 'requests'),
    ('media', 'contact_id', 'requests'),
    ('media', 'conversation_id', 'requests'),
    ('media', 'message_id', 'requests'),
    ('media', 'phone_number_id', 'requests'),
    ('media', 'direction', 'requests'),
    ('media', 'state', 'requests'),
    ('media', 'details_sealed', 'requests'),
    ('media', 'size', 'requests'),
    ('media', 'file', 'technical'),
    ('media', 'at', 'requests'),
    ('media', 'created_at', 'technical'),
    ('media', 'tries', 'technical'),
    ('media', 'mismatches', 'technical'),
    ('media', 'next_try_at', 'technical'),
    ('media', 'reason', 'technical'),
    ('media', 'handed_over_at', 'technical'),
    ('erasure_order', 'files', 'legal_evidence');
