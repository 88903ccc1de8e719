-- In one conversation, message by message: its words may stand in any number of others. All shelves
-- at once, up to six, and up to five words; callers with fewer repeat the first one.
SELECT m.id, m.contact_id, m.at, m.text_sealed, m.place
FROM message m
CROSS JOIN search_token t ON t.message_place = m.place
CROSS JOIN contact c ON c.id = m.contact_id AND c.erased_by_order IS NULL
WHERE m.conversation_id = ?
    AND t.shelf IN (?, ?, ?, ?, ?, ?)
    AND m.at >= ? AND m.at < ?
    AND t.token_hash = ?
    AND EXISTS (SELECT 1 FROM search_token x WHERE x.token_hash = ?
        AND x.shelf = t.shelf AND x.at = t.at AND x.message_place = t.message_place)
    AND EXISTS (SELECT 1 FROM search_token x WHERE x.token_hash = ?
        AND x.shelf = t.shelf AND x.at = t.at AND x.message_place = t.message_place)
    AND EXISTS (SELECT 1 FROM search_token x WHERE x.token_hash = ?
        AND x.shelf = t.shelf AND x.at = t.at AND x.message_place = t.message_place)
    AND EXISTS (SELECT 1 FROM search_token x WHERE x.token_hash = ?
        AND x.shelf = t.shelf AND x.at = t.at AND x.message_place = t.message_place)
ORDER BY m.at DESC, m.place DESC;
