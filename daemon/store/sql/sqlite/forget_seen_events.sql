DELETE FROM seen_event WHERE at < ?;
