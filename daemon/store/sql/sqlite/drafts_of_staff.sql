SELECT d.conversation_id
FROM draft d
JOIN conversation v ON v.id = d.conversation_id
JOIN contact c ON c.id = v.contact_id AND c.erased_by_order IS NULL
WHERE d.staff_id = ?
GROUP BY d.conversation_id
ORDER BY max(d.at) DESC, max(d.id) DESC;
