DELETE FROM quick_reply WHERE id = ?;
