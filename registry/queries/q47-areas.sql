-- sv: Vilka samverkansområden utreds, och vilka bedrivs?
-- en: Which areas of cooperation are studied, and which are pursued?
-- question: Q47
SELECT n.short_name AS agreement, a.name AS area, CASE WHEN a.from_latest > (SELECT as_of FROM about) THEN NULL ELSE a.state END AS state, a.state_is, a.horizon, a.from_date AS since,
  (SELECT group_concat(coalesce(t.sv, c.value), ', ') FROM cooperation_area_criteria c LEFT JOIN vocabulary_criteria t ON t.id = c.value WHERE c.cooperation_area_key = a.key) AS criteria
FROM cooperation_areas a JOIN agreements_now n USING (agreement_id)
ORDER BY n.short_name COLLATE SV, a.number
