INSERT OR IGNORE INTO dead_letter (id, at, reason, body_sealed, body_hash) VALUES (?, ?, ?, ?, ?);
