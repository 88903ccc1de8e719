SELECT id FROM conversation
WHERE status = 'snoozed' AND snoozed_until <= ?
ORDER BY snoozed_until
LIMIT ?;
