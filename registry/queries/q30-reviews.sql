-- sv: Vilka överenskommelser har setts över mot huvudöverenskommelsen, för varje syfte?
-- en: Which agreements have been reviewed against the framework, for each purpose?
-- question: Q30
-- reviewed är unknown där inget är skrivet, och not-yet där den senaste källan säger att översynen
-- är planerad eller pågår. Före dagen då översynen blev klar är svaret unknown.
-- In English: not-yet is what the newest source says; before the day it was done, unknown.
SELECT n.short_name AS agreement, p.sv AS purpose, r.state, r.date,
  CASE WHEN r.state = 'done' AND coalesce(r.date_latest, '') <= (SELECT as_of FROM about) THEN 'yes' WHEN r.state IN ('planned', 'ongoing') THEN 'not-yet' ELSE 'unknown' END AS reviewed, x.review_due AS due
FROM agreements_now n JOIN agreements x ON x.id = n.agreement_id CROSS JOIN vocabulary_review_purposes p
LEFT JOIN agreement_review r ON r.agreement_id = n.agreement_id AND r.purpose = p.id
WHERE n.ours AND n.in_force <> 'no' AND x.type <> 'framework'
ORDER BY n.short_name COLLATE SV, p.number
