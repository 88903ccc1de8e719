SELECT id, staff_id, name, shared, status, whose, labels, at_least, waiting_only
FROM saved_view
WHERE staff_id = ? OR shared = 1
ORDER BY shared DESC, name, id;
