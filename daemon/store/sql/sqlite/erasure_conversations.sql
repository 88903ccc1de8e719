SELECT conversation_id FROM erasure_conversation WHERE order_id = ?
ORDER BY conversation_id;
