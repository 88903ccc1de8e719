DELETE FROM parked_status WHERE at < ?;
