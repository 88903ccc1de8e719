INSERT INTO dead_letter (id, at, reason, body_sealed) VALUES (?, ?, ?, ?);
