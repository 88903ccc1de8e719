SELECT m.id
FROM message m
WHERE m.conversation_id = ? AND m.direction = 'outbound' AND m.state <> 'withdrawn'
    AND m.kind <> 'reaction'
ORDER BY m.place DESC
LIMIT 1;
