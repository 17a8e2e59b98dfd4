-- sv: Vem är ordförande i varje forum, och hur växlar det?
-- en: Who chairs each forum, and how does the chair alternate?
-- question: Q22
-- model är NULL där källan inget säger; model_is är unknown där den inte avgör det.
SELECT g.short_name AS forum, x.structure_chair_model AS model, coalesce(x.structure_chair_model_is, x.structure_chair_is) AS model_is, x.structure_chair_per AS per,
  (SELECT group_concat(o.short_name, ', ') FROM group_chair_between b JOIN organizations_now o ON o.organization_id = b.value_id WHERE b.group_id = g.group_id) AS between_parties,
  g.chair_seat, g.chair_filled,
  (SELECT group_concat(coalesce(r.name, s.seat) || CASE s.vacant WHEN 'yes' THEN ' (vacant)' ELSE '' END, ', ')
   FROM seats_now s LEFT JOIN memberships_now m ON m.group_id = s.group_id AND m.seat = s.seat LEFT JOIN records r ON r.ref = 'representative/' || m.representative_id
   WHERE s.group_id = g.group_id AND s.role IN ('chair', 'vice-chair', 'side-chair')) AS chairs
FROM groups_now g JOIN groups x ON x.id = g.group_id
WHERE g.forum AND g.lives <> 'no'
ORDER BY g.short_name COLLATE SV
