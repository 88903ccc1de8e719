SELECT size, at, note FROM audit_checkpoint ORDER BY size DESC LIMIT 1;
