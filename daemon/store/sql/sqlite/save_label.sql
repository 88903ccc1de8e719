INSERT INTO label (id, name, folded, hue, retired) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded,
    hue = excluded.hue, retired = excluded.retired;
