INSERT INTO erasure_order
    (id, contact_id, ordered_at, ordered_by, reason, subject_ref, consoles_told)
VALUES (?, ?, ?, ?, ?, ?, ?);
