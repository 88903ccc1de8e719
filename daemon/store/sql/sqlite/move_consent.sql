UPDATE consent_event SET contact_id = ?, word_sealed = ? WHERE id = ?;
