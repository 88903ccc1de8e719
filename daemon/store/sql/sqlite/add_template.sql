INSERT INTO template
    (name, language, category, status, body, variables, named, components, quality, frozen)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
