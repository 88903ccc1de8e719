INSERT INTO message_attempt
    (message_place, number, started_at, ended_at, outcome, http_status, code)
SELECT place, ?, ?, ?, ?, ?, ? FROM message WHERE id = ?;
