SELECT contact_id, valid_from FROM contact_identity
WHERE kind = 'username' AND value_hash = ? AND valid_to IS NULL;
