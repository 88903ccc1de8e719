DELETE FROM message_link WHERE message_place = ?;
