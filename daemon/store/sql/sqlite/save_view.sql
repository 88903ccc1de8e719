INSERT INTO saved_view
    (id, staff_id, name, shared, status, whose, labels, at_least, waiting_only)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET staff_id = excluded.staff_id, name = excluded.name,
    shared = excluded.shared, status = excluded.status, whose = excluded.whose,
    labels = excluded.labels, at_least = excluded.at_least, waiting_only = excluded.waiting_only;
