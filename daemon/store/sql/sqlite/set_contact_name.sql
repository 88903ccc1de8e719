UPDATE contact SET name_sealed = ?, name_at = ?
WHERE id = ? AND erased_by_order IS NULL;
