INSERT INTO key_origin (mark_hash) VALUES (?);
