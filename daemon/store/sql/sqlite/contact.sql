SELECT id, name_sealed, standing, opted_out_at, confirmation_sent, first_seen_at, needs_review,
    stopped_at_meta, book_name_sealed
FROM contact
WHERE id = ? AND erased_by_order IS NULL;
