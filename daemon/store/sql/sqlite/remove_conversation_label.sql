DELETE FROM conversation_label WHERE conversation_id = ? AND label_id = ?;
