INSERT INTO message_link (message_place, target_hash) VALUES (?, ?);
