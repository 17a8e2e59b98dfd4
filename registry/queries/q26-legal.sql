-- sv: Vilka överenskommelser har lagkrav, och vilket lagrum?
-- en: Which agreements does the law demand, and by which provision?
-- question: Q26
-- statutory är 1 där källan säger det; statutory_is är unknown där den inte avgör det.
SELECT a.short_name AS agreement, a.in_force, x.statutory, x.statutory_is, l.sv AS requirement, l.act, l.sfs, l.provision, n.holds AS law_in_force
FROM agreements_now a JOIN agreements x ON x.id = a.agreement_id LEFT JOIN agreement_legal_basis b USING (agreement_id)
LEFT JOIN vocabulary_legal_requirements l ON l.id = b.value LEFT JOIN legal_requirements_now n ON n.id = l.id
WHERE x.statutory = 1 OR b.value IS NOT NULL
ORDER BY a.short_name COLLATE SV
