SELECT m.id
FROM message m
WHERE m.conversation_id = ? AND m.direction <> 'event' AND m.state <> 'withdrawn'
    AND NOT EXISTS (SELECT 1 FROM message_link l
        JOIN message t ON t.phone_number_id = m.phone_number_id AND t.wamid_hash = l.target_hash
            AND t.conversation_id = m.conversation_id
            AND t.kind NOT IN ('reaction', 'edit', 'revoke')
            AND (t.direction = m.direction OR m.kind = 'reaction')
        WHERE l.message_place = m.place)
ORDER BY m.at DESC, m.place DESC
LIMIT 1;
