SELECT id FROM contact WHERE joined_into = ? ORDER BY id;
