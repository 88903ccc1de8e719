SELECT count(*) FROM device WHERE revoked = 0;
