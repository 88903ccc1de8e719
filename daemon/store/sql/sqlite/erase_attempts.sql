DELETE FROM message_attempt
WHERE message_place IN (SELECT place FROM message WHERE contact_id = ?);
