UPDATE staff_session SET
    staff_id = ?, device_id = ?, started_at = ?, last_used_at = ?, expires_at = ?,
    stepped_up_until = ?
WHERE token_hash = ?;
