-- Without what is shown as part of another message and what was taken back before it went out.
SELECT m.place, m.id, m.conversation_id, v.contact_id, m.direction, m.kind, m.state, m.event,
    m.purpose, m.opt_out_confirmation, m.text_sealed, m.wamid_sealed, m.raw_sealed,
    m.template_name, m.template_language, m.variables_sealed, m.author_id, m.author_name, m.at,
    m.received_at, m.applied_at, m.error_code, m.refusal, m.attempts, m.not_before,
    m.provenance, m.contact_id
FROM message m
JOIN conversation v ON v.id = m.conversation_id
JOIN contact c ON c.id = v.contact_id AND c.erased_by_order IS NULL
WHERE m.conversation_id = ? AND (m.at, m.place) < (?, ?) AND m.state <> 'withdrawn'
    AND NOT EXISTS (SELECT 1 FROM message_link l
        JOIN message t ON t.phone_number_id = m.phone_number_id AND t.wamid_hash = l.target_hash
            AND t.conversation_id = m.conversation_id
            AND t.kind NOT IN ('reaction', 'edit', 'revoke')
            AND (t.direction = m.direction OR m.kind = 'reaction')
        WHERE l.message_place = m.place)
ORDER BY m.at DESC, m.place DESC
LIMIT ?;
