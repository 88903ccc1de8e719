INSERT INTO one_time_code (purpose, code_hash, valid_until) VALUES (?, ?, ?);
