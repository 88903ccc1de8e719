UPDATE media SET message_id = NULL WHERE message_id = ?;
