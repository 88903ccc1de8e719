SELECT id, value_sealed FROM contact_identity WHERE contact_id = ? ORDER BY id;
