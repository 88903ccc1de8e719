INSERT INTO message_status (message_place, state, at, code, pricing_category)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT (message_place, state) DO NOTHING;
