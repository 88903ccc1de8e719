SELECT count(*) FROM message_attempt a
JOIN message m ON m.place = a.message_place
WHERE m.contact_id = ?;
