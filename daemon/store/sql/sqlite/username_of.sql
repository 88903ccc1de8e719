SELECT value_hash, valid_from FROM contact_identity
WHERE contact_id = ? AND kind = 'username' AND valid_to IS NULL;
