SELECT month, category, type, count FROM pricing_count
WHERE phone_number_id = ? AND month >= ?
ORDER BY month, category, type;
