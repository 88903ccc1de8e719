SELECT id, name, hue, retired FROM label ORDER BY folded;
