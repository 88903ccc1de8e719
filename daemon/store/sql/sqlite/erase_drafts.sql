DELETE FROM draft WHERE contact_id = ?;
