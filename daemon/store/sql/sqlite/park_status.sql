INSERT INTO parked_status (wamid_hash, state, at, code, pricing_category, pricing_type)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (wamid_hash, state) DO NOTHING;
