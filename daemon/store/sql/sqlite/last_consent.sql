SELECT standing FROM consent_event WHERE contact_id = ? ORDER BY at DESC, id DESC LIMIT 1;
