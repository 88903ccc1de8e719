UPDATE conversation SET
    last_inbound_at = ?, last_question_at = ?, waiting = ?, waiting_since = ?,
    opt_out_question = ?, last_at = ?, last_message_id = ?, last_own_message_id = ?,
    standby = ?, standby_at = ?
WHERE id = ?;
