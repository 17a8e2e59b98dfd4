-- sv: Hur många noder i yttre kretsen har varje samrådsgrupp?
-- en: How many nodes of the outer circle has each consultation group?
-- question: Q18
-- within är unknown så länge inte alla platser i sekretariatet är kända.
WITH nodes AS (
  SELECT r.value_ref, count(*) AS n, sum(s.holds = 'yes') AS certain
  FROM seats_now s JOIN seats x ON x.group_id = s.group_id AND x.entry = s.entry JOIN seat_represents r ON r.seat_key = x.key
  WHERE s.role = 'node' GROUP BY r.value_ref)
SELECT g.short_name AS consultation_group, g.status, coalesce(n.certain, 0) AS nodes_min, coalesce(n.n, 0) AS nodes_recorded, p.value AS guideline,
  CASE WHEN (SELECT count(*) FROM groups_now o WHERE o.type = 'process-office' AND o.seats_complete = 'yes') = 0 THEN 'unknown'
    WHEN coalesce(n.certain, 0) = coalesce(n.n, 0) THEN CASE WHEN coalesce(n.n, 0) BETWEEN json_extract(p.value, '$.min') AND json_extract(p.value, '$.max') THEN 'yes' ELSE 'no' END
    ELSE 'unknown' END AS within
FROM groups_now g LEFT JOIN nodes n ON n.value_ref = 'group/' || g.group_id
JOIN records k ON k.ref = 'group/' || g.group_id AND k.ended <> 'yes'
LEFT JOIN guideline_parameters p ON p.entry = 'outer_circle'
WHERE g.type = 'consultation'
ORDER BY g.short_name COLLATE SV
