INSERT INTO number_series (name, last) VALUES (?, 1)
ON CONFLICT (name) DO UPDATE SET last = last + 1
RETURNING last;
