SELECT id, word_sealed FROM consent_event WHERE contact_id = ? ORDER BY id;
