UPDATE erasure_order SET
    completed_at = ?, messages = ?, identities = ?, keys = ?, search_entries = ?,
    files = ?
WHERE id = ?;
