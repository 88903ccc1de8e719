SELECT seq FROM change_feed WHERE order_id = ?;
