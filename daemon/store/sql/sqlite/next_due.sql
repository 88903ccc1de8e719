SELECT min(snoozed_until) FROM conversation WHERE status = 'snoozed';
