UPDATE message SET state = 'refused', refusal = 'person_erased'
WHERE contact_id = ? AND state = 'queued';
