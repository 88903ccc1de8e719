INSERT OR IGNORE INTO conversation_label (conversation_id, label_id) VALUES (?, ?);
