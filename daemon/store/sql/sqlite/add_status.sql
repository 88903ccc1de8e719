INSERT INTO message_status
    (message_place, attempt, state, at, code, pricing_category, pricing_type)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (message_place, attempt, state) DO NOTHING;
