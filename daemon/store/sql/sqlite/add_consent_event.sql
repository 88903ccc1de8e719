INSERT INTO consent_event
    (id, contact_id, at, effect_at, standing, source, word_sealed, message_id,
     recorded_by, scope, business_number)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
