UPDATE contact SET needs_review = 1 WHERE id = ? AND erased_by_order IS NULL;
