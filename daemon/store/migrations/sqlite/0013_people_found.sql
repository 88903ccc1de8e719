-- People are found by the beginnings of their names, username and fields and by the last digits of
-- their number. Keyed hashes only: nothing of them can be read here. SQL has no keys, so the daemon
-- fills the table for those it knows already in small steps after it started.

CREATE TABLE person_token (
    token_hash INTEGER NOT NULL,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    PRIMARY KEY (token_hash, contact_id)
) WITHOUT ROWID;
CREATE INDEX person_token_of ON person_token (contact_id);

INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('person_token', 'token_hash', 'requests'),
    ('person_token', 'contact_id', 'requests');
