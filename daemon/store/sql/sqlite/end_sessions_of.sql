DELETE FROM staff_session WHERE staff_id = ?;
