SELECT state, at, code, pricing_category, pricing_type, 0 FROM parked_status
WHERE wamid_hash = ?
ORDER BY at, state;
