SELECT file FROM media WHERE contact_id = ? AND file <> '';
