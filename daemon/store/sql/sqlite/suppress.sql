INSERT INTO suppression (kind, value_hash, since) VALUES (?, ?, ?)
ON CONFLICT (kind, value_hash) DO UPDATE SET since = min(since, excluded.since);
