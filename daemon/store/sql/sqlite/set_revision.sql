UPDATE conversation SET revision = ? WHERE id = ?;
