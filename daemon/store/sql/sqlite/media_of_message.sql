SELECT id, contact_id, conversation_id, message_id, phone_number_id, direction, state,
    details_sealed, size, file, at, created_at, tries, mismatches, next_try_at, reason,
    handed_over_at
FROM media WHERE message_id = ? ORDER BY id LIMIT 1;
