-- Two conversations become one; whoever had begun the same in both keeps what is newer.
DELETE FROM draft
WHERE conversation_id = ? AND EXISTS (SELECT 1 FROM draft o
    WHERE o.conversation_id = ? AND o.staff_id = draft.staff_id AND o.kind = draft.kind
        AND (o.at, o.id) > (draft.at, draft.id));
