UPDATE contact_identity SET contact_id = ?, value_sealed = ? WHERE id = ?;
