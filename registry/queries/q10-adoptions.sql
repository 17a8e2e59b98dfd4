-- sv: Har varje part antagit en överenskommelse, och vilken dag?
-- en: Has each party adopted an agreement, and on which day?
-- question: Q10
-- param agreement = hok: överenskommelsens id | id of the agreement
-- date är NULL där ingen källa ger partens egen dag; collectively är 1 där en källa säger
-- det om flera parter på en gång.
SELECT o.name AS party, p.holds AS is_party, p.adopted, p.state, p.date, p.body,
  EXISTS (SELECT 1 FROM adoption_evidence e WHERE e.agreement_id = p.agreement_id) AS collectively
FROM parties_now p JOIN organizations_now o USING (organization_id)
WHERE p.agreement_id = :agreement
UNION ALL
SELECT CASE WHEN count(*) = 0 THEN '(no such agreement)' ELSE '(there may be more parties)' END, NULL, 'unknown', NULL, NULL, NULL, NULL
FROM agreements_now WHERE agreement_id = :agreement HAVING count(*) = 0 OR max(parties_known) <> 'yes'
ORDER BY 1 COLLATE SV
