-- sv: Vilka beslut fattar de befintliga forumen i dag, och vad sägs om vart de flyttas?
-- en: Which decisions do the existing forums take today, and what is said of where they move?
-- question: Q39
-- utan receivers säger ingen källa vem som tar över.
SELECT g.short_name AS forum, 'decides' AS sort, p.matter AS id, p.what, NULL AS receivers, p.entry_is AS answer
FROM group_decides p JOIN groups_now g USING (group_id) WHERE g.lives <> 'no'
UNION ALL
SELECT g.short_name, r.kind, r.id, r.what,
  (SELECT group_concat(n.short_name || ' (' || coalesce(t.status, 'stated') || ')', ', ') FROM responsibility_receivers t JOIN groups_now n ON n.group_id = t.to_id WHERE t.responsibility_key = r.key), r.to_is
FROM responsibilities r JOIN groups_now g USING (group_id) WHERE r.kind IN ('funding', 'approval') AND g.lives <> 'no'
ORDER BY 1, 2, 3
