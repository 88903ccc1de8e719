SELECT subject_ref FROM erasure_order WHERE contact_id = ?;
