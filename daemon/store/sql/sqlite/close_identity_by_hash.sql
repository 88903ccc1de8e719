UPDATE contact_identity SET valid_to = ?
WHERE kind = 'username' AND value_hash = ? AND valid_to IS NULL;
