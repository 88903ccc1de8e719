INSERT INTO conversation
    (id, contact_id, phone_number_id, business_number, waiting, opt_out_question, last_at, revision)
VALUES (?, ?, ?, ?, 0, 0, 0, 0);
