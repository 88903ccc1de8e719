UPDATE message SET conversation_id = ? WHERE conversation_id = ?;
