UPDATE template SET status = ? WHERE name = ? AND language = ?;
