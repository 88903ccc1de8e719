DELETE FROM draft WHERE staff_id = ? AND conversation_id = ? AND kind = ?;
