SELECT id FROM conversation WHERE phone_number_id = ? AND contact_id = ?;
