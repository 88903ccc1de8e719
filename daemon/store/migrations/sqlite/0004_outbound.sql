-- What goes out: every attempt has its own WhatsApp id and its own statuses, with prices; pacing;
-- templates in Meta's own words; our numbers, prices and alerts. Numbers, prices and alerts are
-- about the account and say nothing about people.

CREATE TABLE attempt_status (
    message_place INTEGER NOT NULL REFERENCES message (place),
    attempt INTEGER NOT NULL,
    state TEXT NOT NULL,
    at INTEGER NOT NULL,
    code INTEGER NOT NULL,
    pricing_category TEXT NOT NULL,
    pricing_type TEXT NOT NULL,
    PRIMARY KEY (message_place, attempt, state)
) WITHOUT ROWID;
INSERT INTO attempt_status
    (message_place, attempt, state, at, code, pricing_category, pricing_type)
SELECT s.message_place, max(m.attempts, 1), s.state, s.at, s.code, s.pricing_category, ''
FROM message_status s
JOIN message m ON m.place = s.message_place;
DROP TABLE message_status;
ALTER TABLE attempt_status RENAME TO message_status;

ALTER TABLE parked_status ADD COLUMN pricing_type TEXT NOT NULL DEFAULT '';

ALTER TABLE message_attempt ADD COLUMN wamid_hash BLOB;
UPDATE message_attempt SET wamid_hash =
    (SELECT m.wamid_hash FROM message m
        WHERE m.place = message_attempt.message_place AND m.direction = 'outbound'
            AND m.attempts = message_attempt.number);
CREATE UNIQUE INDEX message_attempt_wamid ON message_attempt (wamid_hash)
    WHERE wamid_hash IS NOT NULL;

ALTER TABLE conversation ADD COLUMN pace INTEGER NOT NULL DEFAULT 0;

ALTER TABLE template ADD COLUMN components TEXT NOT NULL DEFAULT '';
ALTER TABLE template ADD COLUMN quality TEXT NOT NULL DEFAULT '';
ALTER TABLE template ADD COLUMN frozen INTEGER NOT NULL DEFAULT 0;

CREATE TABLE channel_number (
    phone_number_id TEXT NOT NULL PRIMARY KEY,
    display TEXT NOT NULL,
    quality TEXT NOT NULL,
    messaging_limit TEXT NOT NULL,
    throughput TEXT NOT NULL,
    name_status TEXT NOT NULL,
    last_inbound_at INTEGER NOT NULL,
    last_call_at INTEGER NOT NULL,
    stopped INTEGER NOT NULL,
    stopped_code INTEGER NOT NULL,
    trial_at INTEGER NOT NULL,
    pace INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE pricing_count (
    phone_number_id TEXT NOT NULL,
    month TEXT NOT NULL,
    category TEXT NOT NULL,
    type TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (phone_number_id, month, category, type)
) WITHOUT ROWID;

CREATE TABLE channel_alert (
    id INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    severity TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    code INTEGER NOT NULL,
    acknowledged_at INTEGER NOT NULL,
    acknowledged_by TEXT NOT NULL
);
CREATE INDEX channel_alert_age ON channel_alert (at);

ALTER TABLE consent_event ADD COLUMN recorded_by TEXT NOT NULL DEFAULT '';

INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('message_status', 'attempt', 'legal_evidence'),
    ('message_status', 'pricing_type', 'legal_evidence'),
    ('parked_status', 'pricing_type', 'legal_evidence'),
    ('message_attempt', 'wamid_hash', 'legal_evidence'),
    ('conversation', 'pace', 'technical'),
    ('template', 'components', 'inform_support'),
    ('template', 'quality', 'inform_support'),
    ('template', 'frozen', 'inform_support'),
    ('channel_number', 'phone_number_id', 'technical'),
    ('channel_number', 'display', 'technical'),
    ('channel_number', 'quality', 'technical'),
    ('channel_number', 'messaging_limit', 'technical'),
    ('channel_number', 'throughput', 'technical'),
    ('channel_number', 'name_status', 'technical'),
    ('channel_number', 'last_inbound_at', 'technical'),
    ('channel_number', 'last_call_at', 'technical'),
    ('channel_number', 'stopped', 'technical'),
    ('channel_number', 'stopped_code', 'technical'),
    ('channel_number', 'trial_at', 'technical'),
    ('channel_number', 'pace', 'technical'),
    ('pricing_count', 'phone_number_id', 'technical'),
    ('pricing_count', 'month', 'technical'),
    ('pricing_count', 'category', 'technical'),
    ('pricing_count', 'type', 'technical'),
    ('pricing_count', 'count', 'technical'),
    ('channel_alert', 'id', 'technical'),
    ('channel_alert', 'at', 'technical'),
    ('channel_alert', 'severity', 'technical'),
    ('channel_alert', 'kind', 'technical'),
    ('channel_alert', 'subject', 'technical'),
    ('channel_alert', 'detail', 'technical'),
    ('channel_alert', 'code', 'technical'),
    ('channel_alert', 'acknowledged_at', 'quality_security'),
    ('channel_alert', 'acknowledged_by', 'quality_security'),
    ('consent_event', 'recorded_by', 'legal_evidence');
