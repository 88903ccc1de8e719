SELECT name_at, book_name_at, stopped_at_meta, stopped_at_meta_at FROM contact WHERE id = ?;
