-- sv: Hur många roller omfattar systemet, och hur många är förtroendevalda?
-- en: How many roles does the system hold, and how many are elected?
-- question: Q07
-- räknat ur posterna (min och max) bredvid vad källorna redovisar. Är complete inte yes kan
-- det finns fler än max.
SELECT m.metric, m.scope, m.min AS counted_min, m.max AS counted_max, m.complete, c.source_id, c.value_min AS reported_min, c.value_max AS reported_max, c.as_of
FROM metrics m LEFT JOIN claims c ON c.metric = m.metric AND coalesce(c.scope, '') = m.scope
WHERE m.metric IN ('roles', 'roles-elected')
ORDER BY m.metric, m.scope
