SELECT i.id, i.kind, i.value_sealed
FROM contact_identity i
JOIN contact c ON c.id = i.contact_id AND c.erased_by_order IS NULL
WHERE i.contact_id = ? AND i.valid_to IS NULL
ORDER BY i.id;
