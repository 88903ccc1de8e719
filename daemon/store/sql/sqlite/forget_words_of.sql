DELETE FROM search_token
WHERE message_place = (SELECT place FROM message WHERE id = ?);
