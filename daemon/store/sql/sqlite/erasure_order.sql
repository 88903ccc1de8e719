SELECT id, contact_id, completed_at FROM erasure_order WHERE id = ?;
