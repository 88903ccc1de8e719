SELECT t.id
FROM message m
JOIN message_link l ON l.message_place = m.place
JOIN message t ON t.phone_number_id = m.phone_number_id AND t.wamid_hash = l.target_hash
    AND t.conversation_id = m.conversation_id AND t.kind NOT IN ('reaction', 'edit', 'revoke')
    AND (t.direction = m.direction OR m.kind = 'reaction')
WHERE m.id = ?;
