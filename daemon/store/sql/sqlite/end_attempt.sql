UPDATE message_attempt SET
    started_at = ?, ended_at = ?, outcome = ?, http_status = ?, code = ?
WHERE message_place = (SELECT place FROM message WHERE id = ?) AND number = ?;
