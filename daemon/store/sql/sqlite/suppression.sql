SELECT since, scope, stopped_at_meta, stopped_at_meta_at FROM suppression
WHERE kind = ? AND value_hash = ?;
