DELETE FROM one_time_code WHERE purpose = ? AND code_hash = ?
RETURNING valid_until;
