DELETE FROM draft WHERE conversation_id = ?;
