UPDATE message_attempt SET wamid_hash = ?
WHERE message_place = (SELECT place FROM message WHERE id = ?) AND number = ?
    AND wamid_hash IS NULL;
