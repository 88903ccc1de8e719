-- Refusals outlive conversations: they are evidence (R-64). A shell goes with the last message
-- sealed under its keys, and before the person it was joined into.
SELECT id FROM contact
WHERE first_seen_at < ? AND erased_by_order IS NULL
    AND (standing = 'open' OR opted_out_at IS NULL OR opted_out_at < ?)
    AND NOT EXISTS (SELECT 1 FROM conversation WHERE conversation.contact_id = contact.id)
    AND NOT EXISTS (SELECT 1 FROM message WHERE message.contact_id = contact.id)
    AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.contact_id = contact.id)
    AND NOT EXISTS (SELECT 1 FROM contact s WHERE s.joined_into = contact.id);
