UPDATE template SET frozen = ? WHERE name = ? AND language = ?;
