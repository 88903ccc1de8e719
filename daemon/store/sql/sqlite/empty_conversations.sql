SELECT id FROM conversation
WHERE last_at < ? AND NOT EXISTS
    (SELECT 1 FROM message WHERE message.conversation_id = conversation.id);
