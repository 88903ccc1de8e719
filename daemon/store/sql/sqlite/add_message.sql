INSERT INTO message
    (place, id, conversation_id, contact_id, phone_number_id, wamid_hash, wamid_sealed, direction,
     kind, state, event, purpose, opt_out_confirmation, text_sealed, raw_sealed, template_name,
     template_language, variables_sealed, author_id, author_name, at, received_at, applied_at,
     error_code, refusal, attempts, not_before, provenance, asks)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
