SELECT id, name, token_hash, public_key, paired_at, last_seen_at, revoked FROM device WHERE token_hash = ?;
