DELETE FROM message WHERE contact_id = ?;
