SELECT m.id, m.contact_id, m.conversation_id, m.message_id, m.phone_number_id, m.direction,
    m.state, m.details_sealed, m.size, m.file, m.at, m.created_at, m.tries, m.mismatches,
    m.next_try_at, m.reason, m.handed_over_at
FROM media m JOIN contact c ON c.id = m.contact_id
WHERE m.state = 'waiting' AND m.next_try_at <= ? AND c.erased_by_order IS NULL
ORDER BY m.next_try_at, m.id LIMIT ?;
