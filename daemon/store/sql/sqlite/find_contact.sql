SELECT c.id
FROM contact_identity i
JOIN contact c ON c.id = i.contact_id AND c.erased_by_order IS NULL
WHERE i.kind = ? AND i.value_hash = ? AND i.valid_to IS NULL;
