UPDATE contact_identity SET valid_to = ?
WHERE contact_id = ? AND kind = ? AND value_hash <> ? AND valid_to IS NULL AND valid_from <= ?;
