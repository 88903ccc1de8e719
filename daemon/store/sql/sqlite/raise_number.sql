INSERT INTO number_series (name, last) VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET last = max(last, excluded.last);
