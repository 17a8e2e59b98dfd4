-- sv: Vilka gällande överenskommelser saknar ansvarig grupp?
-- en: Which agreements in force have no responsible group?
-- question: Q03
-- without_owner är unknown där källorna inte avgör det: ansvaret är okänt eller bara
-- föreslaget, eller så är det inte säkert att överenskommelsen gäller.
SELECT a.agreement_id, a.short_name AS agreement, a.in_force,
  CASE WHEN a.has_owner = 'no' AND a.in_force = 'yes' THEN 'yes' ELSE 'unknown' END AS without_owner,
  (SELECT group_concat(g.short_name, ', ') FROM stewards_now s JOIN groups_now g USING (group_id) WHERE s.agreement_id = a.agreement_id AND s.role = 'responsible' AND s.proposed) AS proposed,
  (SELECT reason FROM answers x WHERE x.ref = 'agreement/' || a.agreement_id AND x.path = 'responsible') AS reason
FROM agreements_now a
WHERE a.ours AND a.in_force <> 'no' AND a.has_owner <> 'yes'
ORDER BY without_owner DESC, a.short_name COLLATE SV
