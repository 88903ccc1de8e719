SELECT id FROM conversation
WHERE status = 'open' AND assignee_id IS NULL AND waiting > 0 AND standby = 0
ORDER BY waiting_since, id
LIMIT ?;
