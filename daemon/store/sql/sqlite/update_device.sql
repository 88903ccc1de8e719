UPDATE device SET
    name = ?, token_hash = ?, public_key = ?, paired_at = ?, last_seen_at = ?, revoked = ?
WHERE id = ?;
