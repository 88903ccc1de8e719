SELECT count(*) FROM search_token t
JOIN message m ON m.place = t.message_place
WHERE m.contact_id = ?;
