UPDATE contact SET book_name_sealed = ?, book_name_at = ?
WHERE id = ? AND erased_by_order IS NULL;
