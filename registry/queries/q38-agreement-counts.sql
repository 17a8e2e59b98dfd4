-- sv: Hur har antalet överenskommelser utvecklats enligt källorna, och vad ger posterna dagen?
-- en: How has the number of agreements developed by the sources, and what do the records give on the day?
-- question: Q38
SELECT c.source_id AS source, c.metric, c.as_of, c.value_min AS min, c.value_max AS max, c.value_approx AS approximate, c.says
FROM claims c WHERE c.metric LIKE 'agreements-%'
UNION ALL
SELECT '(counted)', m.metric, a.as_of, m.min, m.max, NULL, 'complete: ' || m.complete
FROM metrics m, about a WHERE m.metric LIKE 'agreements-%' AND m.scope = ''
ORDER BY 2, 3
