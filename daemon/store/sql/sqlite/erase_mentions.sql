DELETE FROM message_mention
WHERE message_place IN (SELECT place FROM message WHERE contact_id = ?);
