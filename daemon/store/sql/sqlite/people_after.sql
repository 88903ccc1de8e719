SELECT id FROM contact WHERE id > ? ORDER BY id LIMIT ?;
