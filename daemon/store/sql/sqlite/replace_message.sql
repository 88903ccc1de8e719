UPDATE message SET kind = ?, text_sealed = ?, raw_sealed = ? WHERE id = ?;
