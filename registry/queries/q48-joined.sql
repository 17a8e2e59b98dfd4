-- sv: Vilka överenskommelser är en kommun part i, och har den antagit dem?
-- en: Which agreements is a municipality a party to, and has it adopted them?
-- question: Q48
-- De förvalda parterna i vis.yaml räknas bara i överenskommelser som är regionens och kommunernas
-- egna, så en nationell räknas bara där parten står i posten.
-- Of agreements that are not the county's own, only parties that the record names count.
-- param municipality = nykvarn: kommunens id | id of the municipality
SELECT n.short_name AS agreement, n.in_force, p.holds AS is_party, p.adopted, p.date, v.name AS through,
  EXISTS (SELECT 1 FROM accessions c WHERE c.agreement_id = p.agreement_id AND c.organization_id = p.organization_id) AS acceded
FROM parties_now p JOIN agreements_now n USING (agreement_id) LEFT JOIN organizations_now v ON v.organization_id = p.via_id
WHERE p.organization_id = :municipality AND n.lapsed <> 'yes' AND (n.ours OR p.entry IS NOT NULL)
UNION ALL
SELECT CASE WHEN EXISTS (SELECT 1 FROM organizations WHERE id = :municipality) THEN '(none recorded)' ELSE '(no such organization)' END, NULL, 'unknown', NULL, NULL, NULL, NULL
WHERE NOT EXISTS (SELECT 1 FROM parties_now p JOIN agreements_now n USING (agreement_id) WHERE p.organization_id = :municipality AND n.lapsed <> 'yes' AND (n.ours OR p.entry IS NOT NULL))
ORDER BY 1 COLLATE SV
