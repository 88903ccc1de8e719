-- Conversations of people, the one that moved last first. Up to five beginnings of words; callers
-- with fewer repeat the first one. CROSS JOIN: the words are walked, never all people.
SELECT v.id, v.contact_id
FROM person_token t
CROSS JOIN contact c ON c.id = t.contact_id AND c.erased_by_order IS NULL
CROSS JOIN conversation v ON v.contact_id = t.contact_id
WHERE t.token_hash = ?
    AND EXISTS (SELECT 1 FROM person_token x WHERE x.token_hash = ? AND x.contact_id = t.contact_id)
    AND EXISTS (SELECT 1 FROM person_token x WHERE x.token_hash = ? AND x.contact_id = t.contact_id)
    AND EXISTS (SELECT 1 FROM person_token x WHERE x.token_hash = ? AND x.contact_id = t.contact_id)
    AND EXISTS (SELECT 1 FROM person_token x WHERE x.token_hash = ? AND x.contact_id = t.contact_id)
ORDER BY v.last_at DESC, v.id DESC
LIMIT ?;
