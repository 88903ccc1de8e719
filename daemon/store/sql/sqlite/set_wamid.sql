UPDATE message SET phone_number_id = ?, wamid_hash = ?, wamid_sealed = ? WHERE id = ?;
