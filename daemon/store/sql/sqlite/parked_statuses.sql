SELECT state, at, code, pricing_category FROM parked_status
WHERE wamid_hash = ?
ORDER BY at, state;
