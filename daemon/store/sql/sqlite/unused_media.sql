SELECT id, file FROM media WHERE message_id IS NULL AND created_at < ? ORDER BY created_at LIMIT ?;
