UPDATE media SET state = ?, details_sealed = ?, size = ?, file = ?, tries = ?, mismatches = ?,
    next_try_at = ?, reason = ?, handed_over_at = ?
WHERE id = ?;
