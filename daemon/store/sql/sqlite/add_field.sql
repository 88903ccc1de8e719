INSERT INTO person_field (id, contact_id, name_hash, name_sealed, value_sealed, at)
VALUES (?, ?, ?, ?, ?, ?);
