DELETE FROM intake_body WHERE id = ?;
