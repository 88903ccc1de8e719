SELECT count(*) FROM media WHERE state = 'waiting';
