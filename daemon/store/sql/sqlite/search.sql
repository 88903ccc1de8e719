-- Up to five words; callers with fewer repeat the first one.
SELECT m.id, m.contact_id, m.at, m.text_sealed, m.place
FROM search_token t
JOIN message m ON m.place = t.message_place
JOIN contact c ON c.id = m.contact_id AND c.erased_by_order IS NULL
WHERE t.token_hash = ?
    AND EXISTS (SELECT 1 FROM search_token x
        WHERE x.token_hash = ? AND x.message_place = t.message_place)
    AND EXISTS (SELECT 1 FROM search_token x
        WHERE x.token_hash = ? AND x.message_place = t.message_place)
    AND EXISTS (SELECT 1 FROM search_token x
        WHERE x.token_hash = ? AND x.message_place = t.message_place)
    AND EXISTS (SELECT 1 FROM search_token x
        WHERE x.token_hash = ? AND x.message_place = t.message_place)
ORDER BY t.message_place DESC;
