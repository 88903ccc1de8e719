-- A literal state, so that the partial index serves it.
SELECT m.id
FROM message m
JOIN contact c ON c.id = m.contact_id AND c.erased_by_order IS NULL
WHERE m.state = 'unknown'
ORDER BY m.at, m.place
LIMIT ?;
