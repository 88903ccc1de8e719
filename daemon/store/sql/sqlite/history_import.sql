SELECT percent, code, at FROM history_import WHERE phone_number_id = ?;
