SELECT count(*) FROM message WHERE contact_id = ? AND state = 'queued';
