-- sv: Är regionens och kommunernas representation ungefär lika stor, totalt och per forum?
-- en: Is the representation of region and municipalities about equal, in total and by forum?
-- question: Q06
-- antalen är platser: minst och högst. Högst är NULL där antalet inte är känt. Platser utan känd
-- sida står som other_or_unknown. complete säger om alla platser finns med.
SELECT g.short_name AS forum,
  sum(CASE WHEN s.side = 'region' AND s.holds = 'yes' THEN s.count_min ELSE 0 END) AS region_min,
  CASE WHEN count(*) FILTER (WHERE s.side = 'region' AND s.count_max IS NULL) = 0 THEN sum(CASE WHEN s.side = 'region' THEN s.count_max ELSE 0 END) END AS region_max,
  sum(CASE WHEN s.side = 'municipal' AND s.holds = 'yes' THEN s.count_min ELSE 0 END) AS municipal_min,
  CASE WHEN count(*) FILTER (WHERE s.side = 'municipal' AND s.count_max IS NULL) = 0 THEN sum(CASE WHEN s.side = 'municipal' THEN s.count_max ELSE 0 END) END AS municipal_max,
  count(*) FILTER (WHERE s.seat IS NOT NULL AND (s.side IS NULL OR s.side NOT IN ('region', 'municipal'))) AS other_or_unknown,
  g.seats_complete AS complete
FROM groups_now g LEFT JOIN seats_now s ON s.group_id = g.group_id AND s.counts
WHERE g.forum AND g.lives <> 'no'
GROUP BY g.group_id
UNION ALL
SELECT '(' || p.metric || ', ' || coalesce(p.side, '') || ')', CASE p.side WHEN 'region' THEN p.min END, CASE p.side WHEN 'region' THEN p.max END,
  CASE p.side WHEN 'municipal' THEN p.min END, CASE p.side WHEN 'municipal' THEN p.max END, NULL, m.complete
FROM metric_parts p JOIN metrics m USING (metric, scope)
WHERE p.metric = 'roles-by-side' AND p.scope = '' AND p.side IN ('region', 'municipal')
