SELECT o.id, o.ordered_at, o.completed_at, o.ordered_by, o.reason, o.subject_ref, o.messages,
    o.identities, o.keys, o.search_entries, o.consoles_told,
    (SELECT count(*) FROM erasure_receipt r WHERE r.order_id = o.id), o.document, o.signature,
    o.files
FROM erasure_order o
WHERE o.id = ? AND o.completed_at IS NOT NULL;
