-- A word about permission says what it is about: marketing at one of our numbers (WhatsApp's own
-- switch, error 131050) or all that is sent unasked. What outlives a person keeps that too, and
-- whether they stopped us at WhatsApp itself, which is another thing than refusing with us: `since`
-- is empty for who did only the former. Error 131050 counts as that stop, also of old.

ALTER TABLE consent_event ADD COLUMN scope TEXT NOT NULL DEFAULT 'all_proactive';
ALTER TABLE consent_event ADD COLUMN business_number TEXT NOT NULL DEFAULT '';
UPDATE consent_event SET scope = 'marketing' WHERE source IN ('meta_preference', 'meta_error');

UPDATE contact SET stopped_at_meta = 1, stopped_at_meta_at =
    (SELECT max(e.at) FROM consent_event e
        WHERE e.contact_id = contact.id AND e.source = 'meta_error')
WHERE EXISTS
    (SELECT 1 FROM consent_event e
        WHERE e.contact_id = contact.id AND e.source = 'meta_error'
            AND e.at > contact.stopped_at_meta_at);

CREATE TABLE kept_suppression (
    kind TEXT NOT NULL,
    value_hash BLOB NOT NULL,
    since INTEGER,
    scope TEXT NOT NULL,
    stopped_at_meta INTEGER NOT NULL,
    stopped_at_meta_at INTEGER NOT NULL,
    PRIMARY KEY (kind, value_hash)
) WITHOUT ROWID;
INSERT INTO kept_suppression
    (kind, value_hash, since, scope, stopped_at_meta, stopped_at_meta_at)
SELECT kind, value_hash, since, 'all_proactive', 0, 0 FROM suppression;
DROP TABLE suppression;
ALTER TABLE kept_suppression RENAME TO suppression;

INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('consent_event', 'scope', 'legal_evidence'),
    ('consent_event', 'business_number', 'legal_evidence'),
    ('suppression', 'scope', 'legal_evidence'),
    ('suppression', 'stopped_at_meta', 'legal_evidence'),
    ('suppression', 'stopped_at_meta_at', 'legal_evidence');
