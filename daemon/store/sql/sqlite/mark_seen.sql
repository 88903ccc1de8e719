INSERT INTO conversation_seen (conversation_id, staff_id, heard) VALUES (?, ?, ?)
ON CONFLICT (conversation_id, staff_id) DO UPDATE SET heard = max(heard, excluded.heard);
