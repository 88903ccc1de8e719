SELECT count(*) FROM message WHERE contact_id = ?;
