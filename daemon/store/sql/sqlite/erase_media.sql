DELETE FROM media WHERE contact_id = ?;
