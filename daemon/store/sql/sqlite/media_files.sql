SELECT file FROM media WHERE file <> '';
