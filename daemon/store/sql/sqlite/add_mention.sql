INSERT OR IGNORE INTO message_mention (message_place, staff_id, seen)
SELECT place, ?, ? FROM message WHERE id = ?;
