SELECT id, at, body_sealed FROM dead_letter ORDER BY id;
