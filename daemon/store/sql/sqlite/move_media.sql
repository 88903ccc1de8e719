UPDATE media SET conversation_id = ? WHERE conversation_id = ?;
