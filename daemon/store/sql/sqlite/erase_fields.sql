DELETE FROM person_field WHERE contact_id = ?;
