DELETE FROM message_attempt WHERE message_place = ?;
