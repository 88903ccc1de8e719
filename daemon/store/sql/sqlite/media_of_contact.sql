SELECT id, contact_id, conversation_id, message_id, phone_number_id, direction, state,
    details_sealed, size, file, at, created_at, tries, mismatches, next_try_at, reason,
    handed_over_at
FROM media WHERE (SELECT coalesce(c.joined_into, c.id) FROM contact c WHERE c.id = media.contact_id) = ? ORDER BY at, id;
