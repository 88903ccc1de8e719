DELETE FROM conversation_seen
WHERE conversation_id IN (SELECT id FROM conversation WHERE contact_id = ?);
