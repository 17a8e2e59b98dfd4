-- sv: Vilket forum får avvecklas, och vad saknas för de andra?
-- en: Which forum may be closed, and what is missing for the others?
-- question: Q12
-- may_close är yes bara där allt är överlämnat till en etablerad grupp. Ett forum som avvecklas
-- behöver dessutom ett beslut.
SELECT g.group_id, g.short_name AS forum, g.status, g.handed_over AS may_close,
  (SELECT count(*) FROM loose_ends_now l WHERE l.group_id = g.group_id) AS loose_ends,
  (SELECT group_concat(l.what || ': ' || coalesce(l.name, r.short_name), '; ') FROM loose_ends_now l LEFT JOIN records r USING (ref) WHERE l.group_id = g.group_id) AS missing
FROM groups_now g
WHERE g.type IN ('joint-forum', 'municipal-forum') AND g.lives <> 'no'
ORDER BY g.short_name COLLATE SV
