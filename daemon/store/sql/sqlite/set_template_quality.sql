UPDATE template SET quality = ? WHERE name = ? AND language = ?;
