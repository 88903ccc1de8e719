UPDATE contact SET stopped_at_meta = ?, stopped_at_meta_at = ?
WHERE id = ? AND erased_by_order IS NULL;
