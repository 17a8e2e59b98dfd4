-- sv: Är sekretariatets kärna bemannad, med hur många från varje sida, och sedan när?
-- en: Is the core of the process office staffed, by how many of each side, and since when?
-- question: Q17
-- seat_exists och filled är unknown där källorna inte avgör det. Utan rader finns ingen sådan plats dagen.
SELECT o.short_name AS office, s.seat, s.side, s.holds AS seat_exists,
  CASE s.vacant WHEN 'yes' THEN 'no' WHEN 'no' THEN 'yes' ELSE 'unknown' END AS filled,
  x.from_date AS since, x.decision_id, d.status AS decision, (SELECT value FROM guideline_parameters p WHERE p.entry = 'core' LIMIT 1) AS guideline
FROM groups_now o LEFT JOIN seats_now s ON s.group_id = o.group_id AND s.role = 'core'
LEFT JOIN seats x ON x.group_id = s.group_id AND x.entry = s.entry
LEFT JOIN decisions_now d ON d.decision_id = x.decision_id
WHERE o.type = 'process-office'
ORDER BY s.side, s.seat
