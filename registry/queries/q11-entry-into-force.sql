-- sv: När trädde överenskommelserna i kraft, jämfört med planen?
-- en: When did the agreements enter into force, compared with the plan?
-- question: Q11
-- outcome är unknown där källorna inte avgör om det har inträffat.
SELECT n.short_name AS agreement, d.due AS planned, n.entry AS actual, d.outcome, d.days_min, d.days_max, n.in_force
FROM deadlines d JOIN agreements_now n ON 'agreement/' || n.agreement_id = d.ref
WHERE d.kind = 'entry-into-force'
UNION ALL
SELECT n.short_name, a.entry_into_force_planned, n.entry, NULL, NULL, NULL, n.in_force
FROM agreements_now n JOIN agreements a ON a.id = n.agreement_id
WHERE n.entry IS NOT NULL AND n.ours AND NOT EXISTS (SELECT 1 FROM deadlines d WHERE d.kind = 'entry-into-force' AND d.ref = a.ref)
ORDER BY 1 COLLATE SV
