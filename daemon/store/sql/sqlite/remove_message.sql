DELETE FROM message WHERE place = ?;
