SELECT id FROM conversation
WHERE assignee_id = ? AND assignee_id IS NOT NULL AND status <> 'resolved'
    AND status = 'open' AND waiting > 0 AND standby = 0
ORDER BY waiting_since, id
LIMIT ?;
