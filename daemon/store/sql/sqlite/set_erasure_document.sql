UPDATE erasure_order SET document = ?, signature = ?
WHERE id = ? AND completed_at IS NOT NULL;
