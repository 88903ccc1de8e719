UPDATE conversation SET
    status = ?, snoozed_until = ?, assignee_id = ?, assigned_at = ?, holder_id = ?,
    held_until = ?, priority = ?, heard = ?
WHERE id = ?;
