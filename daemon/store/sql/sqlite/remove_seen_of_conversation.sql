DELETE FROM conversation_seen WHERE conversation_id = ?;
