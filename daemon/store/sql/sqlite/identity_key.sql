SELECT key_hash, key_at FROM contact_identity
WHERE contact_id = ? AND kind = ? AND value_hash = ? AND valid_to IS NULL;
