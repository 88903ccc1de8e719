-- How far the import of a number's history from the phone has come (coexistence). About the account;
-- says nothing about people.

CREATE TABLE history_import (
    phone_number_id TEXT NOT NULL PRIMARY KEY,
    percent INTEGER NOT NULL,
    code INTEGER NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('history_import', 'phone_number_id', 'technical'),
    ('history_import', 'percent', 'technical'),
    ('history_import', 'code', 'technical'),
    ('history_import', 'at', 'technical');
