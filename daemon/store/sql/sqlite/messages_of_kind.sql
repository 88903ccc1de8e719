SELECT m.place, m.id, m.conversation_id, v.contact_id, m.direction, m.kind, m.state, m.event,
    m.purpose, m.opt_out_confirmation, m.text_sealed, m.wamid_sealed, m.raw_sealed,
    m.template_name, m.template_language, m.variables_sealed, m.author_id, m.author_name, m.at,
    m.received_at, m.applied_at, m.error_code, m.refusal, m.attempts, m.not_before,
    m.provenance, m.contact_id
FROM message m
JOIN conversation v ON v.id = m.conversation_id
JOIN contact c ON c.id = v.contact_id AND c.erased_by_order IS NULL
WHERE m.kind = ?
ORDER BY m.place
LIMIT ?;
