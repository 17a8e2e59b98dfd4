-- sv: Vilka forum är vilande eller möts för sällan?
-- en: Which forums are dormant, or meet too seldom?
-- question: Q21
-- meetings_min och meetings_max är vad källorna säger om möten per år; last_held det senaste möte
-- som säkert hölls. Möten kan saknas i registret.
SELECT g.short_name AS forum, g.status, g.possible, g.since, g.last_held,
  x.structure_meetings_per_year_min AS meetings_min, x.structure_meetings_per_year_max AS meetings_max,
  (SELECT value FROM guideline_parameters p WHERE p.entry = 'meetings_per_year' LIMIT 1) AS guideline,
  (SELECT group_concat(f.rule, ', ') FROM findings f WHERE f.ref = 'group/' || g.group_id AND f.rule IN ('group-dormant', 'group-meets-as-planned')) AS findings
FROM groups_now g JOIN groups x ON x.id = g.group_id
WHERE g.forum AND g.lives <> 'no'
ORDER BY g.status = 'dormant' DESC, g.last_held_latest, g.short_name COLLATE SV
