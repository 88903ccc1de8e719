SELECT v.id, v.contact_id, v.phone_number_id, v.business_number, v.last_inbound_at,
    v.last_question_at, v.waiting, v.waiting_since, v.opt_out_question, v.last_at,
    v.last_message_id, v.last_own_message_id, v.revision,
    v.standby, v.standby_at
FROM conversation v
JOIN contact c ON c.id = v.contact_id AND c.erased_by_order IS NULL
WHERE v.waiting = 0 AND (v.last_at, v.id) < (?, ?)
ORDER BY v.last_at DESC, v.id DESC
LIMIT ?;
