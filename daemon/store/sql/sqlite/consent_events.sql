SELECT e.id, e.at, e.effect_at, e.standing, e.source, e.word_sealed, e.message_id,
    e.recorded_by, e.scope, e.business_number
FROM consent_event e
JOIN contact c ON c.id = e.contact_id AND c.erased_by_order IS NULL
WHERE e.contact_id = ?
ORDER BY e.id;
