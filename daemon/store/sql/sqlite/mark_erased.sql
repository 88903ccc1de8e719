UPDATE contact SET erased_by_order = ? WHERE id = ? AND erased_by_order IS NULL;
