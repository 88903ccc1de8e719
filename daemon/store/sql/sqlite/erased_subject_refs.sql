SELECT subject_ref FROM erasure_order;
