SELECT file FROM media WHERE (SELECT coalesce(c.joined_into, c.id) FROM contact c WHERE c.id = media.contact_id) = ? AND file <> '';
