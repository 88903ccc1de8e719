SELECT coalesce(max(seq), -1) + 1 FROM audit_entry;
