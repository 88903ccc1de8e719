INSERT INTO person_token (token_hash, contact_id) VALUES (?, ?);
