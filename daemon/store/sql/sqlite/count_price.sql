INSERT INTO pricing_count (phone_number_id, month, category, type, count)
VALUES (?, ?, ?, ?, 1)
ON CONFLICT (phone_number_id, month, category, type) DO UPDATE SET count = count + 1;
