-- On one shelf of the index, newest first. Up to five words; callers with fewer repeat the first one.
-- CROSS JOIN: the words are walked, never the people or the messages.
SELECT m.id, m.contact_id, m.at, m.text_sealed, m.place
FROM search_token t
CROSS JOIN message m ON m.place = t.message_place
CROSS JOIN contact c ON c.id = m.contact_id AND c.erased_by_order IS NULL
WHERE t.shelf = ? AND t.at >= ? AND t.at < ?
    AND t.token_hash = ?
    AND EXISTS (SELECT 1 FROM search_token x WHERE x.token_hash = ?
        AND x.shelf = t.shelf AND x.at = t.at AND x.message_place = t.message_place)
    AND EXISTS (SELECT 1 FROM search_token x WHERE x.token_hash = ?
        AND x.shelf = t.shelf AND x.at = t.at AND x.message_place = t.message_place)
    AND EXISTS (SELECT 1 FROM search_token x WHERE x.token_hash = ?
        AND x.shelf = t.shelf AND x.at = t.at AND x.message_place = t.message_place)
    AND EXISTS (SELECT 1 FROM search_token x WHERE x.token_hash = ?
        AND x.shelf = t.shelf AND x.at = t.at AND x.message_place = t.message_place)
ORDER BY t.at DESC, t.message_place DESC;
