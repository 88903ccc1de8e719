DELETE FROM parked_status WHERE wamid_hash = ?;
