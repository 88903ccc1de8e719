-- It never went out: nothing of its content stays.
UPDATE message SET state = 'withdrawn', text_sealed = NULL, raw_sealed = NULL,
    variables_sealed = NULL, not_before = 0
WHERE id = ? AND state = 'queued';
