SELECT a.number, a.started_at, a.ended_at, a.outcome, a.http_status, a.code
FROM message_attempt a
JOIN message m ON m.place = a.message_place
WHERE m.id = ?
ORDER BY a.number;
