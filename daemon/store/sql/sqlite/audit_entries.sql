SELECT seq, at, actor, device, action, subject, object, reason, result, contact_id
FROM audit_entry
ORDER BY seq;
