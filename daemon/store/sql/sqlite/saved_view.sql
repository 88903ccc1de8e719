SELECT id, staff_id, name, shared, status, whose, labels, at_least, waiting_only
FROM saved_view
WHERE id = ?;
