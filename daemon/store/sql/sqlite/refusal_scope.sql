-- The widest of the refusals that nothing has opened since; it comes first in the alphabet.
SELECT e.scope FROM consent_event e
WHERE e.contact_id = ? AND e.standing = 'opted_out' AND NOT EXISTS
    (SELECT 1 FROM consent_event o
        WHERE o.contact_id = e.contact_id AND o.standing = 'open' AND o.at > e.at)
ORDER BY e.scope LIMIT 1;
