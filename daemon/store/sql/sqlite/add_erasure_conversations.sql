INSERT INTO erasure_conversation (order_id, conversation_id)
SELECT ?, id FROM conversation WHERE contact_id = ?;
