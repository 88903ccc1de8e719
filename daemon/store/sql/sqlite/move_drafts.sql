UPDATE draft SET conversation_id = ? WHERE conversation_id = ?;
