-- What nobody has answered: not seen by whoever answered here, not written before the last answer
-- from the phone, not taken back.
SELECT count(*), min(m.at)
FROM message m
WHERE m.conversation_id = ? AND m.asks = 1
    AND m.place > coalesce((SELECT max(o.place) FROM message o
        WHERE o.conversation_id = m.conversation_id AND o.direction = 'outbound'
            AND o.provenance = 'cloud' AND o.opt_out_confirmation = 0), 0)
    AND m.at > coalesce((SELECT max(o.at) FROM message o
        WHERE o.conversation_id = m.conversation_id AND o.direction = 'outbound'
            AND o.provenance = 'phone' AND o.kind NOT IN ('reaction', 'edit', 'revoke')), 0)
    AND NOT EXISTS (SELECT 1 FROM message_link l
        JOIN message w ON w.place = l.message_place AND w.kind = 'revoke'
            AND w.direction = m.direction AND w.conversation_id = m.conversation_id
        WHERE l.target_hash = m.wamid_hash);
