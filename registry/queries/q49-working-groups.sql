-- sv: Vilka arbetsgrupper är aktiva, och vilka har passerat sitt slutdatum?
-- en: Which working groups are active, and which have passed the day they were to end?
-- question: Q49
-- past_end är unknown där inget slutdatum är skrivet eller källorna är för gamla.
SELECT g.short_name AS working_group, g.status, g.lives, d.due, d.outcome,
  CASE d.outcome WHEN 'overdue' THEN 'yes' WHEN 'not-due' THEN 'no' WHEN 'met' THEN 'no' WHEN 'lapsed' THEN 'no' ELSE 'unknown' END AS past_end
FROM groups_now g LEFT JOIN deadlines d ON d.kind = 'working-group' AND d.ref = 'group/' || g.group_id
WHERE g.type = 'working' AND g.lives <> 'no'
ORDER BY g.short_name COLLATE SV
