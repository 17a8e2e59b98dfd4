-- sv: Finns beslut från alla parter i varje överenskommelse?
-- en: Are there decisions of all parties to each agreement?
-- question: Q46
-- all_adopted är unknown så länge någon part inte går att avgöra, eller parterna inte är kända.
-- En överenskommelse kan vara i kraft utan att registret har varje parts beslut.
-- all_adopted is unknown as long as that of some party is, or the parties are not known.
SELECT n.short_name AS agreement, n.status, n.in_force,
  CASE WHEN n.parties_not > 0 THEN 'no' WHEN n.parties_unknown > 0 OR n.parties_known <> 'yes' OR n.parties_adopted = 0 THEN 'unknown' ELSE 'yes' END AS all_adopted,
  n.parties_adopted, n.parties_not, n.parties_unknown, n.parties_known,
  (SELECT group_concat(o.name, ', ') FROM parties_now p JOIN organizations_now o USING (organization_id) WHERE p.agreement_id = n.agreement_id AND p.adopted = 'yes' AND p.date IS NOT NULL) AS with_own_day
FROM agreements_now n JOIN agreements a ON a.id = n.agreement_id
WHERE NOT coalesce(a.external, 0) AND n.lapsed <> 'yes'
ORDER BY all_adopted, n.short_name COLLATE SV
