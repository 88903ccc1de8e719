SELECT name, language, category, status, body, variables, named, components, quality, frozen
FROM template ORDER BY name, language;
