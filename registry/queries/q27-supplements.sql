-- sv: Vilka tillägg finns, och vad är de tillägg till?
-- en: Which supplements are there, and what do they supplement?
-- question: Q27
SELECT a.short_name AS supplement, a.in_force, p.short_name AS supplements, p.in_force AS supplemented_in_force,
  coalesce(x.supplements_is, CASE WHEN x.supplements_id IS NULL THEN 'unknown' END) AS supplements_is
FROM agreements x JOIN agreements_now a ON a.agreement_id = x.id LEFT JOIN agreements_now p ON p.agreement_id = x.supplements_id
WHERE x.type = 'supplement' OR x.supplements_id IS NOT NULL
ORDER BY a.short_name COLLATE SV
