SELECT id FROM erasure_order WHERE completed_at IS NULL ORDER BY id;
