UPDATE contact SET name_sealed = ? WHERE id = ? AND erased_by_order IS NULL;
