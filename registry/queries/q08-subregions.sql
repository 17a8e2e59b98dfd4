-- sv: Är varje delregion företrädd i varje forum som ska företräda delregionerna?
-- en: Is each subregion represented in each forum that is to represent the subregions?
-- question: Q08
-- unknown betyder att ingen plats är känd, men att platserna inte sägs vara alla.
WITH heard AS (
  SELECT s.group_id, coalesce(o.subregion, CASE WHEN r.value_ref LIKE 'subregion/%' THEN substr(r.value_ref, 11) END) AS subregion, n.holds
  FROM seats_now n JOIN seats s ON s.group_id = n.group_id AND s.entry = n.entry
  JOIN seat_represents r ON r.seat_key = s.key
  LEFT JOIN organizations o ON o.ref = r.value_ref AND o.type = 'municipality'
  WHERE n.counts
), vague AS (
  SELECT n.group_id FROM seats_now n JOIN seats s ON s.group_id = n.group_id AND s.entry = n.entry
  LEFT JOIN seat_represents r ON r.seat_key = s.key LEFT JOIN organizations o ON o.ref = r.value_ref
  WHERE n.counts AND coalesce(n.side, '') <> 'region' AND (s.represents_is = 'unknown' OR r.entry_is = 'unknown' OR o.subregion_is = 'unknown')
)
SELECT g.short_name AS forum, v.sv AS subregion,
  CASE WHEN 'yes' IN (SELECT holds FROM heard h WHERE h.group_id = g.group_id AND h.subregion = v.id) THEN 'yes'
    WHEN EXISTS (SELECT 1 FROM heard h WHERE h.group_id = g.group_id AND h.subregion = v.id) THEN 'unknown'
    WHEN g.seats_complete = 'yes' AND g.group_id NOT IN (SELECT group_id FROM vague) THEN 'no'
    ELSE 'unknown' END AS represented,
  (SELECT count(*) FROM heard h WHERE h.group_id = g.group_id AND h.subregion = v.id) AS seats
FROM groups_now g JOIN groups x ON x.id = g.group_id CROSS JOIN vocabulary_subregions v
WHERE x.subregional AND g.lives <> 'no'
ORDER BY g.short_name COLLATE SV, v.number
