SELECT place FROM message WHERE id = ?;
