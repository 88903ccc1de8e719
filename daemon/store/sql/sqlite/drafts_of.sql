SELECT d.id, d.contact_id, d.conversation_id, d.kind, d.text_sealed, d.answers, d.at,
    d.template_sealed
FROM draft d
JOIN conversation v ON v.id = d.conversation_id
JOIN contact c ON c.id = v.contact_id AND c.erased_by_order IS NULL
WHERE d.staff_id = ? AND d.conversation_id = ?
ORDER BY d.at DESC, d.id DESC;
