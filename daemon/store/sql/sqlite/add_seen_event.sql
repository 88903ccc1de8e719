INSERT INTO seen_event (key_hash, at) VALUES (?, ?) ON CONFLICT (key_hash) DO NOTHING;
