UPDATE channel_alert SET at = ?, detail = ?
WHERE kind = ? AND subject = ? AND code = ? AND acknowledged_at = 0;
