SELECT id, received_at, body_sealed FROM intake_body ORDER BY id LIMIT ?;
