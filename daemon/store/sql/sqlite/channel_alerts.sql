SELECT id, at, severity, kind, subject, detail, code, acknowledged_at > 0
FROM channel_alert ORDER BY at DESC, id DESC LIMIT ?;
