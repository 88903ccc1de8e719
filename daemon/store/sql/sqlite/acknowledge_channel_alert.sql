UPDATE channel_alert SET acknowledged_at = ?, acknowledged_by = ?
WHERE id = ?;
