UPDATE contact SET name_sealed = NULL, book_name_sealed = NULL, standing = 'open',
    opted_out_at = NULL, joined_into = ?
WHERE id = ? OR joined_into = ?;
