DELETE FROM person_token WHERE contact_id = ?;
