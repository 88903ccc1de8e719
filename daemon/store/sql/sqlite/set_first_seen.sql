UPDATE contact SET first_seen_at = min(first_seen_at, ?) WHERE id = ?;
