INSERT INTO intake_body (id, received_at, body_sealed) VALUES (?, ?, ?);
