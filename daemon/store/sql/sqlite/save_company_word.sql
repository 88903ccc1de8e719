INSERT INTO company_word (word) VALUES (?) ON CONFLICT (word) DO NOTHING;
