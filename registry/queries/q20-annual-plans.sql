-- sv: Vilka forum har en aktuell årsplan?
-- en: Which forums have an annual plan that governs?
-- question: Q20
-- annual_plan är no bara där en källa säger att planen saknas; att ingen finns i registret är unknown.
-- no: a source says that there is none.
SELECT g.short_name AS forum, g.annual_plan,
  (SELECT group_concat(n.name || ' (' || n.holds || ')', '; ') FROM plans p JOIN plans_now n ON n.plan_id = p.id WHERE p.owner_ref = 'group/' || g.group_id AND p.type = 'annual') AS plans
FROM groups_now g
WHERE g.forum AND g.lives <> 'no'
ORDER BY g.annual_plan DESC, g.short_name COLLATE SV
