INSERT INTO tombstone (kind, value_hash, erased_at, order_id) VALUES (?, ?, ?, ?)
ON CONFLICT (kind, value_hash) DO UPDATE SET
    erased_at = max(erased_at, excluded.erased_at), order_id = excluded.order_id;
