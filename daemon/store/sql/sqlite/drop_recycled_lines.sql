DELETE FROM message WHERE conversation_id = ? AND event = 'number_recycled';
