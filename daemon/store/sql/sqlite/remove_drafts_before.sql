DELETE FROM draft WHERE at < ?;
