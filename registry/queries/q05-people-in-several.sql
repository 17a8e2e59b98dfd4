-- sv: Vilka personer har uppdrag i flera grupper?
-- en: Which people have memberships in several groups?
-- question: Q05
-- sista raden är måttet med sina gränser; max är NULL eller större än min där fler kan finnas.
SELECT r.name AS person, count(DISTINCT CASE WHEN m.holds = 'yes' THEN m.group_id END) AS groups_certain,
  count(DISTINCT m.group_id) AS groups_possible, group_concat(DISTINCT g.short_name) AS groups, NULL AS complete
FROM memberships_now m JOIN records r ON r.ref = 'representative/' || m.representative_id JOIN groups_now g USING (group_id)
WHERE m.counts AND g.lives <> 'no'
GROUP BY m.representative_id
HAVING count(DISTINCT m.group_id) > 1
UNION ALL
SELECT '(people-in-several-groups)', min, max, NULL, complete FROM metrics WHERE metric = 'people-in-several-groups' AND scope = ''
