SELECT level, count(*), max(position) FROM audit_node GROUP BY level ORDER BY level;
