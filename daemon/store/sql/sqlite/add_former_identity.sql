INSERT INTO contact_identity
    (id, contact_id, kind, value_hash, value_sealed, valid_from, valid_to)
VALUES (?, ?, ?, ?, ?, ?, ?);
