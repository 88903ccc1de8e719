UPDATE conversation SET contact_id = ? WHERE id = ?;
