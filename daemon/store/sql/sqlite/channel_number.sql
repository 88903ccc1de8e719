SELECT phone_number_id, display, quality, messaging_limit, throughput, name_status, last_inbound_at, last_call_at,
    stopped, stopped_code, trial_at, pace, verified_name, status,
    on_phone, restriction, restricted_until, restriction_at
FROM channel_number WHERE phone_number_id = ?;
