DELETE FROM message_link
WHERE message_place IN (SELECT place FROM message WHERE contact_id = ?);
