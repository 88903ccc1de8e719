SELECT last FROM number_series WHERE name = ?;
