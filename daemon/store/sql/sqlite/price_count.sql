SELECT sum(count) FROM pricing_count WHERE phone_number_id = ? AND month = ? AND category = ?;
