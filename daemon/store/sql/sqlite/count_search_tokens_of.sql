-- Of the person's messages and of the person.
SELECT (SELECT count(*) FROM search_token t
        JOIN message m ON m.place = t.message_place
        WHERE m.contact_id = c.id) +
    (SELECT count(*) FROM person_token p WHERE p.contact_id = c.id)
FROM contact c
WHERE c.id = ?;
