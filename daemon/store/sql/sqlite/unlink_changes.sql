-- The number stays, so that the feed has no gap; whom it was about does not.
UPDATE change_feed SET conversation_id = NULL, message_id = NULL
WHERE conversation_id IN (SELECT id FROM conversation WHERE contact_id = ?);
