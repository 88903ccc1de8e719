SELECT contact_id, at FROM message WHERE id = ?;
