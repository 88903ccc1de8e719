INSERT INTO search_token (token_hash, message_place) VALUES (?, ?)
ON CONFLICT (token_hash, message_place) DO NOTHING;
