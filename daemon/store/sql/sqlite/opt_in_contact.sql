UPDATE contact SET standing = 'open', opted_out_at = NULL, confirmation_sent = 0
WHERE id = ? AND erased_by_order IS NULL;
