INSERT INTO contact
    (id, standing, confirmation_sent, first_seen_at, needs_review)
VALUES (?, ?, 0, ?, ?);
