DELETE FROM conversation_label
WHERE conversation_id IN (SELECT id FROM conversation WHERE contact_id = ?);
