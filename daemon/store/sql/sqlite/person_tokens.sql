SELECT token_hash FROM person_token WHERE contact_id = ?;
