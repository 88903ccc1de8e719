SELECT place FROM message WHERE at < ? ORDER BY at LIMIT ?;
