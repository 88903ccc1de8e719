SELECT v.id, v.contact_id, v.phone_number_id, v.business_number, v.last_inbound_at,
    v.last_question_at, v.waiting, v.waiting_since, v.opt_out_question, v.last_at,
    v.last_message_id, v.last_own_message_id, v.revision,
    v.standby, v.standby_at,
    v.status, v.snoozed_until, v.assignee_id, v.assigned_at, v.holder_id, v.held_until,
    v.priority, v.heard,
    (SELECT group_concat(l.label_id) FROM conversation_label l WHERE l.conversation_id = v.id)
FROM conversation v
JOIN contact c ON c.id = v.contact_id AND c.erased_by_order IS NULL
WHERE v.id = ?;
