SELECT count(*) FROM intake_body;
