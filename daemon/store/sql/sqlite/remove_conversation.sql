DELETE FROM conversation WHERE id = ?;
