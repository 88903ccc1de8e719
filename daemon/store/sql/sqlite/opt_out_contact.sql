-- A repeated opt-out moves its time but is confirmed only once.
UPDATE contact SET
    opted_out_at = max(coalesce(opted_out_at, 0), ?),
    confirmation_sent = CASE WHEN standing = 'opted_out' THEN confirmation_sent ELSE 0 END,
    standing = 'opted_out'
WHERE id = ? AND erased_by_order IS NULL;
