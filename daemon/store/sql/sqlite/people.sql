SELECT id FROM contact WHERE erased_by_order IS NULL;
