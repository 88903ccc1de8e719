INSERT OR IGNORE INTO conversation_label (conversation_id, label_id)
SELECT ?, label_id FROM conversation_label WHERE conversation_id = ?;
