DELETE FROM one_time_code WHERE valid_until < ?;
