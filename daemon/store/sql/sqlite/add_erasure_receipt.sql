INSERT INTO erasure_receipt (order_id, device_id, receipt, signature, at)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (order_id, device_id) DO UPDATE SET
    receipt = excluded.receipt, signature = excluded.signature, at = excluded.at;
