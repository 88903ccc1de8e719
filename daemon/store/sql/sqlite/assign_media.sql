UPDATE media SET message_id = ? WHERE id = ? AND message_id IS NULL;
