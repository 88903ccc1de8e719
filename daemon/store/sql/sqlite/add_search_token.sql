INSERT INTO search_token (token_hash, shelf, at, message_place) VALUES (?, ?, ?, ?)
ON CONFLICT DO NOTHING;
