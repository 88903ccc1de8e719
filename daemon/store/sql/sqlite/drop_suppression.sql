DELETE FROM suppression
WHERE kind = ? AND value_hash = ? AND since IS NULL AND stopped_at_meta = 0;
