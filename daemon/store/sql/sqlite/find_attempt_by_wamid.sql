SELECT m.id, a.number
FROM message_attempt a
JOIN message m ON m.place = a.message_place
JOIN contact c ON c.id = m.contact_id AND c.erased_by_order IS NULL
WHERE a.wamid_hash = ?;
