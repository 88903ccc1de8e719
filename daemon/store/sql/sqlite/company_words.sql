SELECT word FROM company_word ORDER BY word;
