INSERT INTO audit_entry
    (seq, at, actor, device, action, subject, object, reason, result, contact_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
