-- Two conversations become one: as urgent and as open as the more urgent and more open of them.
UPDATE conversation SET
    status = CASE WHEN 'open' IN (conversation.status, f.status) THEN 'open'
        WHEN 'snoozed' IN (conversation.status, f.status) THEN 'snoozed' ELSE 'resolved' END,
    snoozed_until = CASE WHEN 'open' IN (conversation.status, f.status) THEN NULL
        ELSE min(coalesce(conversation.snoozed_until, f.snoozed_until),
            coalesce(f.snoozed_until, conversation.snoozed_until)) END,
    assignee_id = coalesce(conversation.assignee_id, f.assignee_id),
    assigned_at = CASE WHEN conversation.assignee_id IS NULL THEN f.assigned_at
        ELSE conversation.assigned_at END,
    holder_id = CASE WHEN conversation.held_until >= f.held_until THEN conversation.holder_id
        ELSE f.holder_id END,
    held_until = max(conversation.held_until, f.held_until),
    priority = CASE WHEN 'urgent' IN (conversation.priority, f.priority) THEN 'urgent'
        WHEN 'high' IN (conversation.priority, f.priority) THEN 'high' ELSE 'normal' END,
    heard = conversation.heard + f.heard
FROM (SELECT * FROM conversation WHERE id = ?) AS f
WHERE conversation.id = ?;
