-- What a search may be limited to stands in the key of the words, so that a common word of one
-- writer or of last year is found without looking at everybody's messages of all times. The shelf
-- says who wrote it and whether it is a file (shelfOf() in sql_search_index.cpp); a history that
-- is imported later stands where its time is, not where it was stored.

CREATE TABLE shelved_token (
    token_hash INTEGER NOT NULL,
    shelf INTEGER NOT NULL,
    at INTEGER NOT NULL,
    message_place INTEGER NOT NULL REFERENCES message (place),
    PRIMARY KEY (token_hash, shelf, at, message_place)
) WITHOUT ROWID;
INSERT INTO shelved_token (token_hash, shelf, at, message_place)
SELECT t.token_hash,
    CASE m.direction WHEN 'inbound' THEN 0 WHEN 'outbound' THEN 2 ELSE 4 END +
        (m.kind IN ('image', 'video', 'audio', 'voice', 'document')),
    m.at, t.message_place
FROM search_token t
JOIN message m ON m.place = t.message_place
ORDER BY t.token_hash;
DROP TABLE search_token;
ALTER TABLE shelved_token RENAME TO search_token;
CREATE INDEX search_token_of ON search_token (message_place, token_hash);

INSERT INTO column_purpose (table_name, column_name, purpose) VALUES
    ('search_token', 'shelf', 'requests'),
    ('search_token', 'at', 'requests');
