-- sv: Var är sekretariatsstödet svagast?
-- en: Where is the secretariat support weakest?
-- question: Q23
-- tomt är inte känt. secretariat_is är none där källan säger att stöd saknas.
SELECT g.short_name AS forum, x.secretariat_status AS status, x.secretariat_is, x.secretariat_done_by AS done_by,
  x.secretariat_meetings_per_year_min AS meetings_min, x.secretariat_meetings_per_year_max AS meetings_max,
  (SELECT group_concat(o.short_name || coalesce(' ' || cast(s.share_agreed_min AS INTEGER) || ' %', ''), ', ') FROM group_secretariats s LEFT JOIN organizations_now o USING (organization_id) WHERE s.group_id = g.group_id) AS organizations,
  coalesce((SELECT max(s.share_agreed_is) FROM group_secretariats s WHERE s.group_id = g.group_id), '') AS share_is
FROM groups_now g JOIN groups x ON x.id = g.group_id
WHERE g.forum AND g.lives <> 'no'
ORDER BY CASE WHEN x.secretariat_is = 'none' THEN 0 WHEN x.secretariat_status = 'stopped' THEN 1 WHEN x.secretariat_status = 'irregular' THEN 2 WHEN x.secretariat_status IS NULL THEN 3 ELSE 4 END, g.short_name COLLATE SV
