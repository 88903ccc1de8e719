-- The first schema. Applied migrations are never edited: their hash is remembered and checked.
-- Times are milliseconds since 1970, UTC. Columns ending in _sealed are AES-256-GCM boxes made by
-- the vault; columns ending in _hash are keyed hashes. No customer's phone, name, text, wamid or
-- BSUID stands in clear anywhere. Ids are numbers from number_series and never used twice.

CREATE TABLE number_series (
    name TEXT NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE column_purpose (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN
        ('inform_support', 'requests', 'quality_security', 'legal_evidence', 'technical')),
    PRIMARY KEY (table_name, column_name)
) WITHOUT ROWID;

CREATE TABLE fact (
    name TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE key_origin (
    mark_hash BLOB NOT NULL
);

-- People -----------------------------------------------------------------------------------------

CREATE TABLE contact (
    id INTEGER NOT NULL PRIMARY KEY,
    name_sealed BLOB,
    standing TEXT NOT NULL,
    opted_out_at INTEGER,
    confirmation_sent INTEGER NOT NULL,
    first_seen_at INTEGER NOT NULL,
    needs_review INTEGER NOT NULL,
    erased_by_order INTEGER
);

CREATE TABLE contact_identity (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    kind TEXT NOT NULL,
    value_hash BLOB NOT NULL,
    value_sealed BLOB NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_to INTEGER
);
CREATE UNIQUE INDEX contact_identity_now ON contact_identity (kind, value_hash)
    WHERE valid_to IS NULL;
CREATE INDEX contact_identity_of ON contact_identity (contact_id);

CREATE TABLE consent_event (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    at INTEGER NOT NULL,
    effect_at INTEGER NOT NULL,
    standing TEXT NOT NULL,
    source TEXT NOT NULL,
    word_sealed BLOB,
    message_id BLOB
);
CREATE INDEX consent_event_of ON consent_event (contact_id);

-- Keyed hashes that outlive a person: see facts/trust.md 4.7 (R-30, R-62).
CREATE TABLE tombstone (
    kind TEXT NOT NULL,
    value_hash BLOB NOT NULL,
    erased_at INTEGER NOT NULL,
    order_id INTEGER NOT NULL,
    PRIMARY KEY (kind, value_hash)
) WITHOUT ROWID;

CREATE TABLE suppression (
    kind TEXT NOT NULL,
    value_hash BLOB NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (kind, value_hash)
) WITHOUT ROWID;

-- Conversations and messages ---------------------------------------------------------------------

CREATE TABLE conversation (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    phone_number_id TEXT NOT NULL,
    business_number TEXT NOT NULL,
    last_inbound_at INTEGER,
    last_question_at INTEGER,
    waiting INTEGER NOT NULL,
    waiting_since INTEGER,
    opt_out_question INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    last_message_id BLOB,
    last_own_message_id BLOB,
    revision INTEGER NOT NULL,
    UNIQUE (phone_number_id, contact_id)
);
CREATE INDEX conversation_of ON conversation (contact_id);
CREATE INDEX conversation_waiting ON conversation (last_at, id) WHERE waiting > 0;
CREATE INDEX conversation_answered ON conversation (last_at, id) WHERE waiting = 0;

CREATE TABLE message (
    place INTEGER NOT NULL PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    conversation_id INTEGER NOT NULL REFERENCES conversation (id),
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    phone_number_id TEXT NOT NULL,
    wamid_hash BLOB,
    wamid_sealed BLOB,
    direction TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    event TEXT NOT NULL,
    purpose TEXT NOT NULL,
    opt_out_confirmation INTEGER NOT NULL,
    text_sealed BLOB,
    raw_sealed BLOB,
    template_name TEXT NOT NULL,
    template_language TEXT NOT NULL,
    variables_sealed BLOB,
    author_id INTEGER,
    author_name TEXT NOT NULL,
    at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    applied_at INTEGER NOT NULL,
    error_code INTEGER NOT NULL,
    refusal TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    UNIQUE (phone_number_id, wamid_hash)
);
CREATE INDEX message_thread ON message (conversation_id, at, place);
CREATE INDEX message_of ON message (contact_id);
CREATE INDEX message_outbox ON message (state, conversation_id, at, place)
    WHERE state = 'queued' OR state = 'sending' OR state = 'unknown';

CREATE TABLE message_attempt (
    message_place INTEGER NOT NULL REFERENCES message (place),
    number INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    http_status INTEGER NOT NULL,
    code INTEGER NOT NULL,
    PRIMARY KEY (message_place, number)
) WITHOUT ROWID;

CREATE TABLE message_status (
    message_place INTEGER NOT NULL REFERENCES message (place),
    state TEXT NOT NULL,
    at INTEGER NOT NULL,
    code INTEGER NOT NULL,
    pricing_category TEXT NOT NULL,
    PRIMARY KEY (message_place, state)
) WITHOUT ROWID;

CREATE TABLE parked_status (
    wamid_hash BLOB NOT NULL,
    state TEXT NOT NULL,
    at INTEGER NOT NULL,
    code INTEGER NOT NULL,
    pricing_category TEXT NOT NULL,
    PRIMARY KEY (wamid_hash, state)
) WITHOUT ROWID;

-- Eight bytes of a keyed hash per folded word and per prefix of 3 to 10 letters.
CREATE TABLE search_token (
    token_hash INTEGER NOT NULL,
    message_place INTEGER NOT NULL REFERENCES message (place),
    PRIMARY KEY (token_hash, message_place)
) WITHOUT ROWID;
CREATE INDEX search_token_of ON search_token (message_place);

-- Intake -----------------------------------------------------------------------------------------

CREATE TABLE intake_body (
    id INTEGER NOT NULL PRIMARY KEY,
    received_at INTEGER NOT NULL,
    body_sealed BLOB NOT NULL
);

CREATE TABLE dead_letter (
    id INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    body_sealed BLOB NOT NULL
);

CREATE TABLE seen_event (
    key_hash BLOB NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX seen_event_age ON seen_event (at);

-- Staff, consoles, sessions ----------------------------------------------------------------------

CREATE TABLE staff (
    id INTEGER NOT NULL PRIMARY KEY,
    user_name TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    roles TEXT NOT NULL,
    password_hash BLOB NOT NULL,
    totp_sealed BLOB,
    totp_last_step INTEGER NOT NULL,
    disabled INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    last_failure_at INTEGER NOT NULL
);

CREATE TABLE device (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    public_key BLOB NOT NULL,
    paired_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    revoked INTEGER NOT NULL
);

CREATE TABLE staff_session (
    token_hash BLOB NOT NULL PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    device_id INTEGER NOT NULL REFERENCES device (id),
    started_at INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    stepped_up_until INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX staff_session_of ON staff_session (staff_id);

CREATE TABLE one_time_code (
    purpose TEXT NOT NULL,
    code_hash BLOB NOT NULL,
    valid_until INTEGER NOT NULL,
    PRIMARY KEY (purpose, code_hash)
) WITHOUT ROWID;

-- Audit log: append-only; contact_id is no part of the signed line and goes with the person -------

CREATE TABLE audit_entry (
    seq INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    device TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    object TEXT NOT NULL,
    reason TEXT NOT NULL,
    result TEXT NOT NULL,
    contact_id INTEGER
);
CREATE INDEX audit_entry_of ON audit_entry (contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE audit_node (
    level INTEGER NOT NULL,
    position INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (level, position)
) WITHOUT ROWID;

CREATE TABLE audit_checkpoint (
    size INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    note BLOB NOT NULL
);

-- What consoles follow ---------------------------------------------------------------------------

CREATE TABLE change_feed (
    seq INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    conversation_id INTEGER,
    message_id BLOB,
    order_id INTEGER
);
CREATE INDEX change_feed_orders ON change_feed (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX change_feed_of ON change_feed (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE template (
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    category TEXT NOT NULL,
    status TEXT NOT NULL,
    body TEXT NOT NULL,
    variables TEXT NOT NULL,
    named INTEGER NOT NULL,
    PRIMARY KEY (name, language)
) WITHOUT ROWID;

-- Erasures: counts and references only, kept as proof (R-28) --------------------------------------

CREATE TABLE erasure_order (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    ordered_at INTEGER NOT NULL,
    ordered_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    subject_ref TEXT NOT NULL,
    consoles_told INTEGER NOT NULL,
    completed_at INTEGER,
    messages INTEGER NOT NULL DEFAULT 0,
    identities INTEGER NOT NULL DEFAULT 0,
    keys INTEGER NOT NULL DEFAULT 0,
    search_entries INTEGER NOT NULL DEFAULT 0,
    document BLOB,
    signature BLOB
);
CREATE UNIQUE INDEX erasure_order_of ON erasure_order (contact_id);

CREATE TABLE erasure_conversation (
    order_id INTEGER NOT NULL REFERENCES erasure_order (id),
    conversation_id INTEGER NOT NULL,
    PRIMARY KEY (order_id, conversation_id)
) WITHOUT ROWID;

CREATE TABLE erasure_receipt (
    order_id INTEGER NOT NULL REFERENCES erasure_order (id),
    device_id INTEGER NOT NULL REFERENCES device (id),
    receipt BLOB NOT NULL,
    signature BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (order_id, device_id)
) WITHOUT ROWID;

-- Why each column is kept: the four purposes of the privacy policy, section 3 (R-02). 'technical'
-- is for columns that say nothing about a person.
INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('schema_migration', 'number', 'technical'),
    ('schema_migration', 'name', 'technical'),
    ('schema_migration', 'text_hash', 'technical'),
    ('schema_migration', 'applied_at', 'technical'),
    ('number_series', 'name', 'technical'),
    ('number_series', 'last', 'technical'),
    ('column_purpose', 'table_name', 'technical'),
    ('column_purpose', 'column_name', 'technical'),
    ('column_purpose', 'purpose', 'technical'),
    ('fact', 'name', 'technical'),
    ('fact', 'value', 'technical'),
    ('key_origin', 'mark_hash', 'quality_security'),
    ('contact', 'id', 'requests'),
    ('contact', 'name_sealed', 'inform_support'),
    ('contact', 'standing', 'legal_evidence'),
    ('contact', 'opted_out_at', 'legal_evidence'),
    ('contact', 'confirmation_sent', 'legal_evidence'),
    ('contact', 'first_seen_at', 'requests'),
    ('contact', 'needs_review', 'requests'),
    ('contact', 'erased_by_order', 'requests'),
    ('contact_identity', 'id', 'inform_support'),
    ('contact_identity', 'contact_id', 'inform_support'),
    ('contact_identity', 'kind', 'inform_support'),
    ('contact_identity', 'value_hash', 'inform_support'),
    ('contact_identity', 'value_sealed', 'inform_support'),
    ('contact_identity', 'valid_from', 'inform_support'),
    ('contact_identity', 'valid_to', 'inform_support'),
    ('consent_event', 'id', 'legal_evidence'),
    ('consent_event', 'contact_id', 'legal_evidence'),
    ('consent_event', 'at', 'legal_evidence'),
    ('consent_event', 'effect_at', 'legal_evidence'),
    ('consent_event', 'standing', 'legal_evidence'),
    ('consent_event', 'source', 'legal_evidence'),
    ('consent_event', 'word_sealed', 'legal_evidence'),
    ('consent_event', 'message_id', 'legal_evidence'),
    ('tombstone', 'kind', 'legal_evidence'),
    ('tombstone', 'value_hash', 'legal_evidence'),
    ('tombstone', 'erased_at', 'legal_evidence'),
    ('tombstone', 'order_id', 'legal_evidence'),
    ('suppression', 'kind', 'legal_evidence'),
    ('suppression', 'value_hash', 'legal_evidence'),
    ('suppression', 'since', 'legal_evidence'),
    ('conversation', 'id', 'requests'),
    ('conversation', 'contact_id', 'requests'),
    ('conversation', 'phone_number_id', 'requests'),
    ('conversation', 'business_number', 'requests'),
    ('conversation', 'last_inbound_at', 'legal_evidence'),
    ('conversation', 'last_question_at', 'legal_evidence'),
    ('conversation', 'waiting', 'requests'),
    ('conversation', 'waiting_since', 'requests'),
    ('conversation', 'opt_out_question', 'legal_evidence'),
    ('conversation', 'last_at', 'requests'),
    ('conversation', 'last_message_id', 'requests'),
    ('conversation', 'last_own_message_id', 'requests'),
    ('conversation', 'revision', 'technical'),
    ('message', 'place', 'requests'),
    ('message', 'id', 'requests'),
    ('message', 'conversation_id', 'requests'),
    ('message', 'contact_id', 'requests'),
    ('message', 'phone_number_id', 'requests'),
    ('message', 'wamid_hash', 'legal_evidence'),
    ('message', 'wamid_sealed', 'legal_evidence'),
    ('message', 'direction', 'requests'),
    ('message', 'kind', 'requests'),
    ('message', 'state', 'requests'),
    ('message', 'event', 'requests'),
    ('message', 'purpose', 'legal_evidence'),
    ('message', 'opt_out_confirmation', 'requests'),
    ('message', 'text_sealed', 'requests'),
    ('message', 'raw_sealed', 'requests'),
    ('message', 'template_name', 'inform_support'),
    ('message', 'template_language', 'inform_support'),
    ('message', 'variables_sealed', 'requests'),
    ('message', 'author_id', 'quality_security'),
    ('message', 'author_name', 'quality_security'),
    ('message', 'at', 'requests'),
    ('message', 'received_at', 'legal_evidence'),
    ('message', 'applied_at', 'legal_evidence'),
    ('message', 'error_code', 'legal_evidence'),
    ('message', 'refusal', 'legal_evidence'),
    ('message', 'attempts', 'legal_evidence'),
    ('message', 'not_before', 'technical'),
    ('message_attempt', 'message_place', 'legal_evidence'),
    ('message_attempt', 'number', 'legal_evidence'),
    ('message_attempt', 'started_at', 'legal_evidence'),
    ('message_attempt', 'ended_at', 'legal_evidence'),
    ('message_attempt', 'outcome', 'legal_evidence'),
    ('message_attempt', 'http_status', 'legal_evidence'),
    ('message_attempt', 'code', 'legal_evidence'),
    ('message_status', 'message_place', 'legal_evidence'),
    ('message_status', 'state', 'legal_evidence'),
    ('message_status', 'at', 'legal_evidence'),
    ('message_status', 'code', 'legal_evidence'),
    ('message_status', 'pricing_category', 'legal_evidence'),
    ('parked_status', 'wamid_hash', 'legal_evidence'),
    ('parked_status', 'state', 'legal_evidence'),
    ('parked_status', 'at', 'legal_evidence'),
    ('parked_status', 'code', 'legal_evidence'),
    ('parked_status', 'pricing_category', 'legal_evidence'),
    ('search_token', 'token_hash', 'requests'),
    ('search_token', 'message_place', 'requests'),
    ('intake_body', 'id', 'requests'),
    ('intake_body', 'received_at', 'requests'),
    ('intake_body', 'body_sealed', 'requests'),
    ('dead_letter', 'id', 'quality_security'),
    ('dead_letter', 'at', 'quality_security'),
    ('dead_letter', 'reason', 'quality_security'),
    ('dead_letter', 'body_sealed', 'quality_security'),
    ('seen_event', 'key_hash', 'quality_security'),
    ('seen_event', 'at', 'quality_security'),
    ('staff', 'id', 'quality_security'),
    ('staff', 'user_name', 'quality_security'),
    ('staff', 'display_name', 'quality_security'),
    ('staff', 'roles', 'quality_security'),
    ('staff', 'password_hash', 'quality_security'),
    ('staff', 'totp_sealed', 'quality_security'),
    ('staff', 'totp_last_step', 'quality_security'),
    ('staff', 'disabled', 'quality_security'),
    ('staff', 'failures', 'quality_security'),
    ('staff', 'last_failure_at', 'quality_security'),
    ('device', 'id', 'quality_security'),
    ('device', 'name', 'quality_security'),
    ('device', 'token_hash', 'quality_security'),
    ('device', 'public_key', 'quality_security'),
    ('device', 'paired_at', 'quality_security'),
    ('device', 'last_seen_at', 'quality_security'),
    ('device', 'revoked', 'quality_security'),
    ('staff_session', 'token_hash', 'quality_security'),
    ('staff_session', 'staff_id', 'quality_security'),
    ('staff_session', 'device_id', 'quality_security'),
    ('staff_session', 'started_at', 'quality_security'),
    ('staff_session', 'last_used_at', 'quality_security'),
    ('staff_session', 'expires_at', 'quality_security'),
    ('staff_session', 'stepped_up_until', 'quality_security'),
    ('one_time_code', 'purpose', 'quality_security'),
    ('one_time_code', 'code_hash', 'quality_security'),
    ('one_time_code', 'valid_until', 'quality_security'),
    ('audit_entry', 'seq', 'legal_evidence'),
    ('audit_entry', 'at', 'legal_evidence'),
    ('audit_entry', 'actor', 'legal_evidence'),
    ('audit_entry', 'device', 'legal_evidence'),
    ('audit_entry', 'action', 'legal_evidence'),
    ('audit_entry', 'subject', 'legal_evidence'),
    ('audit_entry', 'object', 'legal_evidence'),
    ('audit_entry', 'reason', 'legal_evidence'),
    ('audit_entry', 'result', 'legal_evidence'),
    ('audit_entry', 'contact_id', 'legal_evidence'),
    ('audit_node', 'level', 'legal_evidence'),
    ('audit_node', 'position', 'legal_evidence'),
    ('audit_node', 'hash', 'legal_evidence'),
    ('audit_checkpoint', 'size', 'legal_evidence'),
    ('audit_checkpoint', 'at', 'legal_evidence'),
    ('audit_checkpoint', 'note', 'legal_evidence'),
    ('change_feed', 'seq', 'requests'),
    ('change_feed', 'kind', 'requests'),
    ('change_feed', 'conversation_id', 'requests'),
    ('change_feed', 'message_id', 'requests'),
    ('change_feed', 'order_id', 'requests'),
    ('template', 'name', 'inform_support'),
    ('template', 'language', 'inform_support'),
    ('template', 'category', 'inform_support'),
    ('template', 'status', 'inform_support'),
    ('template', 'body', 'inform_support'),
    ('template', 'variables', 'inform_support'),
    ('template', 'named', 'inform_support'),
    ('erasure_order', 'id', 'legal_evidence'),
    ('erasure_order', 'contact_id', 'legal_evidence'),
    ('erasure_order', 'ordered_at', 'legal_evidence'),
    ('erasure_order', 'ordered_by', 'legal_evidence'),
    ('erasure_order', 'reason', 'legal_evidence'),
    ('erasure_order', 'subject_ref', 'legal_evidence'),
    ('erasure_order', 'consoles_told', 'legal_evidence'),
    ('erasure_order', 'completed_at', 'legal_evidence'),
    ('erasure_order', 'messages', 'legal_evidence'),
    ('erasure_order', 'identities', 'legal_evidence'),
    ('erasure_order', 'keys', 'legal_evidence'),
    ('erasure_order', 'search_entries', 'legal_evidence'),
    ('erasure_order', 'document', 'legal_evidence'),
    ('erasure_order', 'signature', 'legal_evidence'),
    ('erasure_conversation', 'order_id', 'legal_evidence'),
    ('erasure_conversation', 'conversation_id', 'legal_evidence'),
    ('erasure_receipt', 'order_id', 'legal_evidence'),
    ('erasure_receipt', 'device_id', 'legal_evidence'),
    ('erasure_receipt', 'receipt', 'legal_evidence'),
    ('erasure_receipt', 'signature', 'legal_evidence'),
    ('erasure_receipt', 'at', 'legal_evidence');
