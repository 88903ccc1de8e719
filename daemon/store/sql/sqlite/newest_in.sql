-- What was said last: no lines, no reactions of ours, nothing taken back before it went out.
SELECT m.id, m.at
FROM message m
WHERE m.conversation_id = ? AND m.direction <> 'event' AND m.state <> 'withdrawn'
    AND NOT (m.direction = 'outbound' AND m.kind = 'reaction')
ORDER BY m.at DESC, m.place DESC
LIMIT 1;
