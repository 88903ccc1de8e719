UPDATE message_mention SET seen = 1
WHERE staff_id = ? AND seen = 0
    AND message_place IN (SELECT place FROM message WHERE conversation_id = ?);
