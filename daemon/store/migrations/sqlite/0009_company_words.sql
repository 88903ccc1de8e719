-- The company's dictionary for spelling: words that are right although no dictionary knows them.
-- The company's own words. Names of customers have no place here: where a conversation is open
-- its names count as right without being kept.

CREATE TABLE company_word (
    word TEXT NOT NULL PRIMARY KEY
) WITHOUT ROWID;

INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('company_word', 'word', 'technical');
