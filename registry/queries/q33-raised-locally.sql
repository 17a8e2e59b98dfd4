-- sv: Vilka lokala behov har lyfts till regional nivå, och vad hände?
-- en: Which local needs have been raised to the regional level, and what became of them?
-- question: Q33
-- level visar nivåerna nu; raised_by är tomt där ingen källa säger vem som väckte frågan.
SELECT n.name AS issue, r.short_name AS raised_by, i.raised_date AS raised, n.status, i.outcome, i.outcome_is,
  (SELECT group_concat(l.level || CASE l.holds WHEN 'yes' THEN '' ELSE ' ?' END, ', ') FROM issue_levels_now l WHERE l.issue_id = n.issue_id) AS level,
  (SELECT group_concat(t.sv, ', ') FROM issue_direction d JOIN vocabulary_directions t ON t.id = d.value WHERE d.issue_id = n.issue_id) AS direction
FROM issues_now n JOIN issues i ON i.id = n.issue_id LEFT JOIN records r ON r.ref = i.raised_by_ref
WHERE EXISTS (SELECT 1 FROM issue_levels l WHERE l.issue_id = i.id AND l.level IN ('local', 'subregional'))
  OR EXISTS (SELECT 1 FROM issue_direction d WHERE d.issue_id = i.id AND d.value LIKE '%lokal%')
ORDER BY n.name COLLATE SV
