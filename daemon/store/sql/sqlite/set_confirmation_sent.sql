UPDATE contact SET confirmation_sent = 1 WHERE id = ? AND erased_by_order IS NULL;
