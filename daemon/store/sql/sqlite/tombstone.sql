SELECT erased_at FROM tombstone WHERE kind = ? AND value_hash = ?;
