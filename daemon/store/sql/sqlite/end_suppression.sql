UPDATE suppression SET since = NULL WHERE kind = ? AND value_hash = ? AND since < ?;
