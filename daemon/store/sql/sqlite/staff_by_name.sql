SELECT id, user_name, display_name, roles, password_hash, totp_sealed, totp_last_step, disabled,
    failures, last_failure_at
FROM staff
WHERE user_name = ?;
