INSERT INTO channel_alert
    (id, at, severity, kind, subject, detail, code, acknowledged_at, acknowledged_by)
VALUES (?, ?, ?, ?, ?, ?, ?, 0, '');
