SELECT m.id
FROM message m
JOIN contact c ON c.id = m.contact_id AND c.erased_by_order IS NULL
WHERE m.phone_number_id = ? AND m.wamid_hash = ?;
