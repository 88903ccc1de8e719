INSERT INTO parked_status (wamid_hash, state, at, code, pricing_category)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (wamid_hash, state) DO NOTHING;
