-- sv: Vilken grupp ansvarar för varje överenskommelse, och vilka samråds?
-- en: Which group is responsible for each agreement, and which are consulted?
-- question: Q02
-- decided är yes bara där källorna säger det; ett förslag räknas inte.
SELECT a.agreement_id, a.short_name AS agreement, a.in_force, a.has_owner,
  (SELECT group_concat(g.short_name || CASE o.holds WHEN 'yes' THEN '' ELSE ' ?' END, ', ') FROM owners_now o JOIN groups_now g USING (group_id) WHERE o.agreement_id = a.agreement_id) AS responsible,
  (SELECT group_concat(g.short_name, ', ') FROM stewards_now s JOIN groups_now g USING (group_id) WHERE s.agreement_id = a.agreement_id AND s.role = 'responsible' AND s.proposed) AS proposed,
  (SELECT group_concat(g.short_name || CASE WHEN s.proposed THEN ' (proposed)' ELSE '' END, ', ') FROM stewards_now s JOIN groups_now g USING (group_id) WHERE s.agreement_id = a.agreement_id AND s.role = 'consulted') AS consulted
FROM agreements_now a
WHERE a.ours AND a.lapsed <> 'yes'
ORDER BY a.short_name COLLATE SV
