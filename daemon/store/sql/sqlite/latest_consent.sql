-- Of two words in one moment the refusal counts.
SELECT standing, at FROM consent_event
WHERE contact_id = ? ORDER BY at DESC, standing DESC LIMIT 1;
