-- Newest first; an empty or NULL placeholder switches its condition off. The device's present
-- name helps the reader; the signed line holds its number.
SELECT e.seq, e.at, e.actor, coalesce(d.name, e.device), e.action, e.subject, e.object, e.reason,
    e.result, e.contact_id
FROM audit_entry e
LEFT JOIN device d ON d.id = CAST(e.device AS INTEGER) AND CAST(d.id AS TEXT) = e.device
WHERE e.seq < ?
    AND (? = '' OR e.actor = ?)
    AND (? = '' OR e.action = ? OR (substr(?, -1) = '.' AND substr(e.action, 1, length(?)) = ?))
    AND e.at >= ? AND e.at <= ?
ORDER BY e.seq DESC
LIMIT ?;
