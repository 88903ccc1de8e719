SELECT mark_hash FROM key_origin;
