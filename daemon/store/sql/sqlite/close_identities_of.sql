UPDATE contact_identity SET valid_to = ? WHERE contact_id = ? AND valid_to IS NULL;
