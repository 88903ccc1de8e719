SELECT count(*)
FROM message m
JOIN contact c ON c.id = m.contact_id AND c.erased_by_order IS NULL
WHERE m.state = 'queued';
