-- What nobody has answered, by the rules in daemon/service/conversation_state.h. `said` names one
-- bubble: the original, or what we know of it by its corrections. CROSS JOIN keeps the order of
-- tables: a link is found by what it is about, never by walking the conversation.
WITH talk (id, number, seen, answered_at) AS MATERIALIZED (
    SELECT c.id, c.phone_number_id,
        coalesce((SELECT o.place FROM message o
            WHERE o.conversation_id = c.id AND o.direction = 'outbound'
                AND o.provenance = 'cloud' AND o.opt_out_confirmation = 0
                AND o.kind <> 'reaction' AND o.state <> 'withdrawn'
            ORDER BY o.place DESC LIMIT 1), 0),
        coalesce((SELECT max(o.at) FROM message o INDEXED BY message_ours
            WHERE o.conversation_id = c.id AND o.direction = 'outbound'
                AND o.provenance IN ('phone', 'standby')
                AND o.kind NOT IN ('reaction', 'edit', 'revoke')), 0)
    FROM conversation c
    WHERE c.id = ?
), news (id, number, seen, answered_at, said, since) AS MATERIALIZED (
    SELECT t.id, t.number, t.seen, t.answered_at,
        coalesce(l.target_hash, v.wamid_hash, v.id), min(v.at)
    FROM talk t
    CROSS JOIN message v ON v.conversation_id = t.id AND v.asks = 1 AND v.place > t.seen
    LEFT JOIN message_link l ON l.message_place = v.place
    GROUP BY 5
)
SELECT count(*), min(n.since)
FROM news n
WHERE n.since > n.answered_at
    -- asked before the answer, corrected since; or a correction of what was imported
    AND NOT EXISTS (SELECT 1 FROM message o
        WHERE o.phone_number_id = n.number AND o.wamid_hash = n.said
            AND o.conversation_id = n.id AND o.direction = 'inbound'
            AND ((o.asks = 1 AND o.place <= n.seen) OR o.provenance = 'history'))
    AND NOT EXISTS (SELECT 1 FROM message_link l
        CROSS JOIN message w ON w.place = l.message_place AND w.conversation_id = n.id
            AND w.direction = 'inbound'
        WHERE l.target_hash = n.said
            AND (w.kind = 'revoke' OR (w.kind = 'edit' AND w.asks = 1 AND w.place <= n.seen)))
    -- what stands there now asks
    AND coalesce((SELECT w.asks FROM message_link l
        CROSS JOIN message w ON w.place = l.message_place AND w.conversation_id = n.id
            AND w.direction = 'inbound' AND w.kind = 'edit'
        WHERE l.target_hash = n.said
        ORDER BY w.at DESC, w.place DESC LIMIT 1), 1) = 1;
