-- Answered, not marked, nobody answers there: nobody's since the first time, somebody's since the
-- second.
SELECT id FROM conversation
WHERE status = 'open' AND waiting = 0 AND priority = 'normal' AND last_at < ?
    AND coalesce(last_inbound_at, 0) < CASE WHEN assignee_id IS NULL THEN ? ELSE ? END
    AND held_until <= ?
ORDER BY last_at
LIMIT ?;
