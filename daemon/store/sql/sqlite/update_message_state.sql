UPDATE message SET
    state = ?, error_code = ?, refusal = ?, attempts = ?, not_before = ?
WHERE id = ?;
