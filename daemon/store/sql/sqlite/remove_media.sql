DELETE FROM media WHERE id = ?;
