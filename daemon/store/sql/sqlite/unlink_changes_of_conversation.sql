-- The number stays, so that the feed has no gap.
UPDATE change_feed SET conversation_id = NULL, message_id = NULL WHERE conversation_id = ?;
