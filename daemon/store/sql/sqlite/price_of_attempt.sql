SELECT count(*) FROM message_status
WHERE message_place = ? AND attempt = ? AND pricing_category <> '';
