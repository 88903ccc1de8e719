SELECT id, shortcut, title, text, language FROM quick_reply ORDER BY shortcut;
