-- sv: Vilka samrådsgrupper uppfyller kriterierna för en etablerad grupp?
-- en: Which consultation groups meet the criteria of an established group?
-- question: Q14
-- meets är unknown så länge något av kriterierna inte går att avgöra, och no bara när ett säkert brister.
SELECT g.group_id, g.short_name AS consultation_group, g.status, g.established, g.terms AS terms_of_reference,
  g.region_side, g.municipal_side, g.chair_filled AS chair, g.process_lead,
  CASE WHEN 'no' IN (g.terms, g.region_side, g.municipal_side, g.chair_filled, g.process_lead) THEN 'no'
    WHEN 'unknown' IN (g.terms, g.region_side, g.municipal_side, g.chair_filled, g.process_lead) THEN 'unknown' ELSE 'yes' END AS meets
FROM groups_now g
WHERE g.type = 'consultation' AND 'group/' || g.group_id NOT IN (SELECT ref FROM records WHERE ended = 'yes')
ORDER BY g.short_name COLLATE SV
