SELECT pace FROM conversation WHERE id = ?;
