DELETE FROM search_token
WHERE message_place IN (SELECT place FROM message WHERE contact_id = ?);
