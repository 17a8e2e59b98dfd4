-- sv: Vilka överenskommelser berör flera samrådsgruppers områden?
-- en: Which agreements touch the areas of several consultation groups?
-- question: Q01
-- Grupperna är de samrådsgrupper, också planerade, som delar sakområde med överenskommelsen
-- eller som anges eller föreslås som ansvariga eller samråds. Det är en jämförelse och inget
-- beslut: inferred är utläst och sägs inte av någon källa. Där det inte blir flera är svaret unknown, för
-- ingen källa säger att det bara är en.
-- The groups share a subject area with the agreement, or are named or proposed for it.
WITH touched AS (
  SELECT s.agreement_id, g.group_id FROM agreement_subject_areas s JOIN group_subject_areas g USING (value)
  UNION
  SELECT agreement_id, group_id FROM stewards_now)
SELECT a.agreement_id, a.short_name AS agreement, a.in_force, count(g.group_id) AS group_count,
  group_concat(g.short_name, ', ') AS groups, CASE WHEN count(g.group_id) > 1 THEN 'inferred' ELSE 'unknown' END AS touches_several, 'inference' AS basis
FROM agreements_now a JOIN agreements x ON x.id = a.agreement_id
LEFT JOIN touched t ON t.agreement_id = a.agreement_id
LEFT JOIN groups_now g ON g.group_id = t.group_id AND g.type = 'consultation' AND 'group/' || g.group_id NOT IN (SELECT ref FROM records WHERE ended = 'yes')
WHERE a.ours AND a.lapsed <> 'yes' AND x.type <> 'framework'
GROUP BY a.agreement_id
ORDER BY group_count DESC, a.short_name COLLATE SV
