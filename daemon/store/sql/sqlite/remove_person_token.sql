DELETE FROM person_token WHERE token_hash = ? AND contact_id = ?;
