SELECT id, file FROM media WHERE at < ? ORDER BY at LIMIT ?;
