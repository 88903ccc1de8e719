-- What WhatsApp answers when asked about one of our numbers, and what it has forbidden. About the
-- account; says nothing about people.

ALTER TABLE channel_number ADD COLUMN verified_name TEXT NOT NULL DEFAULT '';
ALTER TABLE channel_number ADD COLUMN status TEXT NOT NULL DEFAULT '';
ALTER TABLE channel_number ADD COLUMN on_phone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE channel_number ADD COLUMN restriction TEXT NOT NULL DEFAULT '';
ALTER TABLE channel_number ADD COLUMN restricted_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE channel_number ADD COLUMN restriction_at INTEGER NOT NULL DEFAULT 0;

INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('channel_number', 'verified_name', 'technical'),
    ('channel_number', 'status', 'technical'),
    ('channel_number', 'on_phone', 'technical'),
    ('channel_number', 'restriction', 'technical'),
    ('channel_number', 'restricted_until', 'technical'),
    ('channel_number', 'restriction_at', 'technical');
