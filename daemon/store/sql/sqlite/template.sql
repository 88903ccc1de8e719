SELECT name, language, category, status, body, variables, named, components, quality, frozen
FROM template WHERE name = ? AND language = ?;
