DELETE FROM suppression WHERE kind = ? AND value_hash = ?;
