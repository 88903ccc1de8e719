SELECT t.staff_id
FROM message_mention t
JOIN message m ON m.place = t.message_place
WHERE m.id = ?
ORDER BY t.staff_id;
