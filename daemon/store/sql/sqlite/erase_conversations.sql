DELETE FROM conversation WHERE contact_id = ?;
