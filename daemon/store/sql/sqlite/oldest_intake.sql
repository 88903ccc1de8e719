SELECT min(at) FROM (
    SELECT min(received_at) AS at FROM intake_body
    UNION ALL SELECT min(at) FROM dead_letter);
