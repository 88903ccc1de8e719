DELETE FROM contact WHERE id = ?;
