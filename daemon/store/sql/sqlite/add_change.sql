INSERT INTO change_feed (seq, kind, conversation_id, message_id, order_id)
VALUES (?, ?, ?, ?, ?);
