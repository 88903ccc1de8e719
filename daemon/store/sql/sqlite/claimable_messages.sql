-- The oldest queued message of a conversation that has none in flight; a later one waits for an
-- earlier one that backs off, so that a person reads them in order. A number that Meta refuses
-- is left out until one message may try it again: not always the same one, so who was tried less
-- goes first.
SELECT m.id
FROM message m
JOIN contact c ON c.id = m.contact_id AND c.erased_by_order IS NULL
WHERE m.state = 'queued' AND m.direction = 'outbound' AND m.not_before <= ?
    AND NOT EXISTS (SELECT 1 FROM message s
        WHERE s.state = 'sending' AND s.conversation_id = m.conversation_id)
    AND NOT EXISTS (SELECT 1 FROM message e
        WHERE e.state = 'queued' AND e.conversation_id = m.conversation_id
            AND (e.at, e.place) < (m.at, m.place))
    AND NOT EXISTS (SELECT 1 FROM channel_number n
        WHERE n.phone_number_id = m.phone_number_id AND n.stopped = 1 AND n.trial_at > ?)
ORDER BY m.attempts, m.at, m.place
LIMIT ?;
