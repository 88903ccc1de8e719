SELECT count(*) FROM media WHERE contact_id = ?;
