SELECT seq, kind, conversation_id, message_id, order_id FROM change_feed
WHERE seq > ?
ORDER BY seq
LIMIT ?;
