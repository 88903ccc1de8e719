INSERT INTO draft (id, staff_id, conversation_id, contact_id, kind, text_sealed, answers, at,
    template_sealed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?);
