-- Corrections and withdrawals of the same message by the same side, held or not.
SELECT m.place, m.id, m.conversation_id, v.contact_id, m.direction, m.kind, m.state, m.event,
    m.purpose, m.opt_out_confirmation, m.text_sealed, m.wamid_sealed, m.raw_sealed,
    m.template_name, m.template_language, m.variables_sealed, m.author_id, m.author_name, m.at,
    m.received_at, m.applied_at, m.error_code, m.refusal, m.attempts, m.not_before,
    m.provenance, m.contact_id
FROM message t
CROSS JOIN message_link own ON own.message_place = t.place
CROSS JOIN message_link l ON l.target_hash = own.target_hash
CROSS JOIN message m ON m.place = l.message_place AND m.conversation_id = t.conversation_id
    AND m.direction = t.direction AND m.kind IN ('edit', 'revoke') AND m.id <> t.id
JOIN conversation v ON v.id = m.conversation_id
JOIN contact c ON c.id = v.contact_id AND c.erased_by_order IS NULL
WHERE t.id = ? AND t.kind IN ('edit', 'revoke')
ORDER BY m.at, m.place;
