DELETE FROM message_status
WHERE message_place IN (SELECT place FROM message WHERE contact_id = ?);
