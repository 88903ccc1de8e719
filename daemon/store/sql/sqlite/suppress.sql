-- The newest of each; of two scopes the wider one, which comes first in the alphabet.
INSERT INTO suppression (kind, value_hash, since, scope, stopped_at_meta, stopped_at_meta_at)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (kind, value_hash) DO UPDATE SET
    since = max(coalesce(since, excluded.since), coalesce(excluded.since, since)),
    scope = CASE
        WHEN since IS NULL THEN excluded.scope
        WHEN excluded.since IS NULL THEN scope
        ELSE min(scope, excluded.scope) END,
    stopped_at_meta = CASE
        WHEN excluded.stopped_at_meta_at > stopped_at_meta_at THEN excluded.stopped_at_meta
        WHEN excluded.stopped_at_meta_at < stopped_at_meta_at THEN stopped_at_meta
        ELSE max(stopped_at_meta, excluded.stopped_at_meta) END,
    stopped_at_meta_at = max(stopped_at_meta_at, excluded.stopped_at_meta_at);
