UPDATE suppression SET stopped_at_meta = 0, stopped_at_meta_at = ?
WHERE kind = ? AND value_hash = ? AND stopped_at_meta_at < ?;
