DELETE FROM dead_letter WHERE at < ?;
