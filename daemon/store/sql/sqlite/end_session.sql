DELETE FROM staff_session WHERE token_hash = ?;
