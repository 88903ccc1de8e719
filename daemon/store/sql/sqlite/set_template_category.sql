UPDATE template SET category = ? WHERE name = ? AND language = ?;
