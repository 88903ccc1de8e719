-- What belongs to one agent (drafts, marks of what was seen), whom notes name, and what agents
-- keep about a person. Drafts are sealed under the key of (contact, month of at) and sealed anew
-- each time they are kept, so a draft moves months; contact_id says whose keys. Fields are sealed
-- under the person's profile key; name_hash makes a name unique per person after folding.

CREATE TABLE message_mention (
    message_place INTEGER NOT NULL REFERENCES message (place),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    seen INTEGER NOT NULL,
    PRIMARY KEY (message_place, staff_id)
) WITHOUT ROWID;
CREATE INDEX message_mention_open ON message_mention (staff_id, message_place) WHERE seen = 0;

CREATE TABLE draft (
    id INTEGER NOT NULL PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    conversation_id INTEGER NOT NULL REFERENCES conversation (id),
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    kind TEXT NOT NULL,
    text_sealed BLOB NOT NULL,
    answers BLOB,
    at INTEGER NOT NULL,
    UNIQUE (staff_id, conversation_id)
);
CREATE INDEX draft_in ON draft (conversation_id);
CREATE INDEX draft_of ON draft (contact_id);
CREATE INDEX draft_age ON draft (at);

CREATE TABLE conversation_seen (
    conversation_id INTEGER NOT NULL REFERENCES conversation (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    heard INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, staff_id)
) WITHOUT ROWID;
CREATE INDEX conversation_seen_by ON conversation_seen (staff_id);

CREATE TABLE person_field (
    id INTEGER NOT NULL PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    name_hash BLOB NOT NULL,
    name_sealed BLOB NOT NULL,
    value_sealed BLOB NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (contact_id, name_hash)
);

INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('message_mention', 'message_place', 'requests'),
    ('message_mention', 'staff_id', 'requests'),
    ('message_mention', 'seen', 'requests'),
    ('draft', 'id', 'technical'),
    ('draft', 'staff_id', 'requests'),
    ('draft', 'conversation_id', 'requests'),
    ('draft', 'contact_id', 'requests'),
    ('draft', 'kind', 'requests'),
    ('draft', 'text_sealed', 'requests'),
    ('draft', 'answers', 'requests'),
    ('draft', 'at', 'requests'),
    ('conversation_seen', 'conversation_id', 'requests'),
    ('conversation_seen', 'staff_id', 'requests'),
    ('conversation_seen', 'heard', 'requests'),
    ('person_field', 'id', 'technical'),
    ('person_field', 'contact_id', 'inform_support'),
    ('person_field', 'name_hash', 'inform_support'),
    ('person_field', 'name_sealed', 'inform_support'),
    ('person_field', 'value_sealed', 'inform_support'),
    ('person_field', 'at', 'inform_support');
