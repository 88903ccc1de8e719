UPDATE contact_identity SET key_hash = ?, key_at = ?
WHERE contact_id = ? AND kind = ? AND value_hash = ? AND valid_to IS NULL;
