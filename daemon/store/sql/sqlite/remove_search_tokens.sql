DELETE FROM search_token WHERE message_place = ?;
