SELECT token_hash, staff_id, device_id, started_at, last_used_at, expires_at, stepped_up_until
FROM staff_session
ORDER BY last_used_at DESC, started_at DESC;
