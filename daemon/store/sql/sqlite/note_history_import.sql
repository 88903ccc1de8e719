-- Pieces come in any order: what was reached once stays reached.
INSERT INTO history_import (phone_number_id, percent, code, at)
VALUES (?, ?, ?, ?)
ON CONFLICT (phone_number_id) DO UPDATE SET
    percent = max(percent, excluded.percent), code = excluded.code, at = excluded.at;
