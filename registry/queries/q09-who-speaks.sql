-- sv: Vem företräder en kommun, och var?
-- en: Who speaks for a municipality, and where?
-- question: Q09
-- param municipality = nykvarn: kommunens id | id of the municipality
-- own är 1 för kommunens egen plats; annars är platsen för dem som through_ref visar.
SELECT g.short_name AS forum, v.seat, v.own, v.through_ref AS through, v.holds,
  (SELECT group_concat(r.name || CASE m.holds WHEN 'yes' THEN '' ELSE ' ?' END, ', ') FROM memberships_now m JOIN records r ON r.ref = 'representative/' || m.representative_id
   WHERE m.group_id = v.group_id AND m.seat = v.seat) AS holder,
  (SELECT group_concat(coalesce(t.sv, c.channel), ', ') FROM group_communication c LEFT JOIN vocabulary_channels t ON t.id = c.channel WHERE c.group_id = v.group_id) AS channels
FROM voices_now v JOIN groups_now g USING (group_id)
WHERE v.organization_id = :municipality
UNION ALL
SELECT '(no seat recorded)', NULL, NULL, NULL, coalesce((SELECT represented FROM municipalities_now WHERE organization_id = :municipality),
  CASE WHEN EXISTS (SELECT 1 FROM organizations WHERE id = :municipality) THEN 'unknown' ELSE 'no such organization' END), NULL, NULL
WHERE NOT EXISTS (SELECT 1 FROM voices_now WHERE organization_id = :municipality)
ORDER BY 3 DESC, 1 COLLATE SV
