-- Refusals outlive conversations: they are evidence (R-64).
SELECT id FROM contact
WHERE first_seen_at < ? AND erased_by_order IS NULL
    AND (standing = 'open' OR opted_out_at IS NULL OR opted_out_at < ?)
    AND NOT EXISTS (SELECT 1 FROM conversation WHERE conversation.contact_id = contact.id);
