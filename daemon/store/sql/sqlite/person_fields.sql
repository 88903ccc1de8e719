SELECT id, name_sealed, value_sealed, at
FROM person_field WHERE contact_id = ?
ORDER BY id;
