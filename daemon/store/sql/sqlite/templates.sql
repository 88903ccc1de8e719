SELECT name, language, category, status, body, variables, named FROM template ORDER BY name, language;
