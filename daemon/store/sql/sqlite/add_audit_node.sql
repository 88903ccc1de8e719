INSERT INTO audit_node (level, position, hash) VALUES (?, ?, ?);
