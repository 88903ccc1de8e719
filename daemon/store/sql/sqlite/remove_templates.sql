DELETE FROM template;
