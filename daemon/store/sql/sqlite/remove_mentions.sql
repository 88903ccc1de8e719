DELETE FROM message_mention WHERE message_place = ?;
