-- How common a word is; beyond the limit they are all alike.
SELECT count(*) FROM (SELECT 1 FROM search_token WHERE token_hash = ? LIMIT ?);
