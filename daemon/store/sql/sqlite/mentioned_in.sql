-- Newest first.
SELECT m.conversation_id
FROM message_mention t
JOIN message m ON m.place = t.message_place
JOIN conversation v ON v.id = m.conversation_id
JOIN contact c ON c.id = v.contact_id AND c.erased_by_order IS NULL
WHERE t.staff_id = ? AND t.seen = 0
GROUP BY m.conversation_id
ORDER BY max(m.place) DESC;
