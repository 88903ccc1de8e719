-- The oldest queued message of a conversation that has none in flight; a later one waits for an
-- earlier one that backs off, so that a person reads them in order.
SELECT m.id
FROM message m
JOIN contact c ON c.id = m.contact_id AND c.erased_by_order IS NULL
WHERE m.state = 'queued' AND m.not_before <= ?
    AND NOT EXISTS (SELECT 1 FROM message s
        WHERE s.state = 'sending' AND s.conversation_id = m.conversation_id)
    AND NOT EXISTS (SELECT 1 FROM message e
        WHERE e.state = 'queued' AND e.conversation_id = m.conversation_id
            AND (e.at, e.place) < (m.at, m.place))
ORDER BY m.at, m.place
LIMIT ?;
