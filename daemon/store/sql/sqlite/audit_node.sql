SELECT hash FROM audit_node WHERE level = ? AND position = ?;
