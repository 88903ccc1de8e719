INSERT INTO channel_number
    (phone_number_id, display, quality, messaging_limit, throughput, name_status, last_inbound_at, last_call_at,
    stopped, stopped_code, trial_at, pace, verified_name, status,
    on_phone, restriction, restricted_until, restriction_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (phone_number_id) DO UPDATE SET
    display = excluded.display, quality = excluded.quality,
    messaging_limit = excluded.messaging_limit, throughput = excluded.throughput,
    name_status = excluded.name_status, last_inbound_at = excluded.last_inbound_at,
    last_call_at = excluded.last_call_at, stopped = excluded.stopped,
    stopped_code = excluded.stopped_code, trial_at = excluded.trial_at, pace = excluded.pace,
    verified_name = excluded.verified_name, status = excluded.status,
    on_phone = excluded.on_phone, restriction = excluded.restriction,
    restricted_until = excluded.restricted_until, restriction_at = excluded.restriction_at;
