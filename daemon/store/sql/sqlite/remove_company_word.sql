DELETE FROM company_word WHERE word = ?;
