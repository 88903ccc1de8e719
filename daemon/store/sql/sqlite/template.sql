SELECT name, language, category, status, body, variables, named FROM template WHERE name = ? AND language = ?;
