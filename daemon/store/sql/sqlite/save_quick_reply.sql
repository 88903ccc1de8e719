INSERT INTO quick_reply (id, shortcut, title, text, language) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET shortcut = excluded.shortcut, title = excluded.title,
    text = excluded.text, language = excluded.language;
