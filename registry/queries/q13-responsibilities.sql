-- sv: Vilka ansvar hos de befintliga forumen har ingen mottagare i den nya ordningen?
-- en: Which responsibilities of the existing forums have no receiver in the new order?
-- question: Q13
-- taken_over är yes bara där en mottagare är beslutad eller uttrycklig och etablerad, och no
-- bara där mottagare anges utan att någon av dem är det; annars unknown.
SELECT g.short_name AS forum, r.id, r.what, r.kind,
  (SELECT group_concat(n.short_name || ' (' || coalesce(t.status, 'stated') || ', ' || coalesce(t.role, 'owner') || ')', ', ') FROM responsibility_receivers t JOIN groups_now n ON n.group_id = t.to_id WHERE t.responsibility_key = r.key) AS receivers,
  CASE WHEN EXISTS (SELECT 1 FROM responsibility_receivers t JOIN groups_now n ON n.group_id = t.to_id
      WHERE t.responsibility_key = r.key AND coalesce(t.status, 'stated') <> 'proposed' AND coalesce(t.role, 'owner') <> 'consulted' AND n.established = 'yes') THEN 'yes'
    WHEN r.to_is = 'unknown' OR EXISTS (SELECT 1 FROM responsibility_receivers t LEFT JOIN groups_now n ON n.group_id = t.to_id
      WHERE t.responsibility_key = r.key AND (t.entry_is = 'unknown' OR n.group_id IS NULL OR coalesce(t.status, 'stated') <> 'proposed' AND coalesce(t.role, 'owner') <> 'consulted' AND n.established = 'unknown')) THEN 'unknown'
    ELSE 'no' END AS taken_over
FROM responsibilities r JOIN groups_now g USING (group_id)
WHERE g.lives <> 'no' AND g.type IN ('joint-forum', 'municipal-forum')
ORDER BY g.short_name COLLATE SV, r.number
