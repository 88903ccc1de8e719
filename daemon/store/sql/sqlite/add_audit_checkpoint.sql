INSERT INTO audit_checkpoint (size, at, note) VALUES (?, ?, ?);
