UPDATE conversation SET held_until = ? WHERE id = ? AND holder_id = ? AND held_until > ?;
