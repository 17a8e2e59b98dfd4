-- sv: Vilka målgrupper och åldersgrupper saknar överenskommelse eller forum?
-- en: Which target groups and age groups have no agreement or forum?
-- question: Q28
-- none-recorded: ingen post anger dem, och ingen post lämnar frågan öppen; det kan finnas
-- överenskommelser och grupper som registret inte har. unknown: någon post lämnar frågan öppen.
-- none-recorded: no record names them and none leaves the question open.
WITH held AS (
  SELECT list, id, CASE WHEN ref LIKE 'agreement/%' THEN 'agreement' ELSE 'group' END AS kind, max(CASE holds WHEN 'yes' THEN 2 ELSE 1 END) AS certain, count(*) AS n
  FROM coverage_now GROUP BY 1, 2, 3)
SELECT t.list, t.sv AS term,
  CASE (SELECT certain FROM held h WHERE h.list = t.list AND h.id = t.id AND h.kind = 'agreement') WHEN 2 THEN 'yes' WHEN 1 THEN 'unknown'
    ELSE CASE WHEN EXISTS (SELECT 1 FROM held h WHERE h.list = t.list AND h.id IS NULL AND h.kind = 'agreement') THEN 'unknown' ELSE 'none-recorded' END END AS agreement,
  CASE (SELECT certain FROM held h WHERE h.list = t.list AND h.id = t.id AND h.kind = 'group') WHEN 2 THEN 'yes' WHEN 1 THEN 'unknown'
    ELSE CASE WHEN EXISTS (SELECT 1 FROM held h WHERE h.list = t.list AND h.id IS NULL AND h.kind = 'group') THEN 'unknown' ELSE 'none-recorded' END END AS forum
FROM terms t
WHERE t.list IN ('target_groups', 'age_groups')
ORDER BY t.list, agreement, forum, t.sv COLLATE SV
