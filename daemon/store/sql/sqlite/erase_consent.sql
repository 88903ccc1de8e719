DELETE FROM consent_event WHERE contact_id = ?;
