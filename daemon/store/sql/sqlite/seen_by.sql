SELECT s.conversation_id, s.heard
FROM conversation_seen s
JOIN conversation v ON v.id = s.conversation_id
JOIN contact c ON c.id = v.contact_id AND c.erased_by_order IS NULL
WHERE s.staff_id = ? AND s.heard > 0
ORDER BY v.last_at DESC, v.id DESC
LIMIT ?;
