DELETE FROM change_feed WHERE seq <= ?;
