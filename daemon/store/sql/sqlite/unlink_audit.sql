-- The signed line names the person by a reference whose key is gone; the link goes too.
UPDATE audit_entry SET contact_id = NULL WHERE contact_id = ?;
