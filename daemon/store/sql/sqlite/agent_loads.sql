SELECT s.id,
    (SELECT count(*) FROM conversation c
        WHERE c.assignee_id = s.id AND c.assignee_id IS NOT NULL AND c.status <> 'resolved'),
    (SELECT max(c.assigned_at) FROM conversation c
        WHERE c.assignee_id = s.id AND c.assignee_id IS NOT NULL)
FROM staff s
WHERE s.disabled = 0
ORDER BY s.id;
