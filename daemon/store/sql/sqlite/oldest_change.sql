SELECT min(seq) FROM change_feed;
