DELETE FROM contact_identity WHERE contact_id = ?;
