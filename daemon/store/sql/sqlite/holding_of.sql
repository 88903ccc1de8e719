-- Whose was it then? The first to have lost it after that time, or who has it now.
SELECT i.contact_id, i.valid_from, i.valid_to
FROM contact_identity i
JOIN contact c ON c.id = i.contact_id AND c.erased_by_order IS NULL
WHERE i.kind = ? AND i.value_hash = ? AND (i.valid_to IS NULL OR i.valid_to >= ?)
ORDER BY i.valid_to IS NULL, i.valid_to
LIMIT 1;
