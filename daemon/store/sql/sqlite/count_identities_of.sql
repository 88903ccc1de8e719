SELECT count(*) FROM contact_identity WHERE contact_id = ?;
