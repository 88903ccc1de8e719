SELECT s.state, s.at, s.code, s.pricing_category, s.pricing_type, s.attempt
FROM message_status s
JOIN message m ON m.place = s.message_place
WHERE m.id = ?
ORDER BY s.attempt, s.at, s.state;
