SELECT count(*) FROM message_status s
JOIN message m ON m.place = s.message_place
WHERE m.contact_id = ?;
