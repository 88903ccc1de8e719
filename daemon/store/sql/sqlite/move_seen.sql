-- Counted from the same beginnings, so that what was seen adds up like what was heard.
INSERT INTO conversation_seen (conversation_id, staff_id, heard)
SELECT ?, staff_id, heard FROM conversation_seen WHERE conversation_id = ?
ON CONFLICT (conversation_id, staff_id) DO UPDATE SET heard = heard + excluded.heard;
