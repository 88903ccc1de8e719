UPDATE conversation SET pace = ? WHERE id = ?;
