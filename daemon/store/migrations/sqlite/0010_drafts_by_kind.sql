-- An agent keeps a reply and an internal note side by side: one draft of each kind in a
-- conversation, and with a reply the template that is being filled in. Rows keep their ids, to
-- which what is sealed in them is bound. A draft may be a template alone, without any text.

CREATE TABLE draft_by_kind (
    id INTEGER NOT NULL PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    conversation_id INTEGER NOT NULL REFERENCES conversation (id),
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    kind TEXT NOT NULL,
    text_sealed BLOB,
    template_sealed BLOB,
    answers BLOB,
    at INTEGER NOT NULL,
    UNIQUE (staff_id, conversation_id, kind)
);
INSERT INTO draft_by_kind (id, staff_id, conversation_id, contact_id, kind, text_sealed, answers, at)
SELECT id, staff_id, conversation_id, contact_id, kind, text_sealed, answers, at FROM draft;
DROP TABLE draft;
ALTER TABLE draft_by_kind RENAME TO draft;
CREATE INDEX draft_in ON draft (conversation_id);
CREATE INDEX draft_of ON draft (contact_id);
CREATE INDEX draft_age ON draft (at);

INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('draft', 'template_sealed', 'requests');
