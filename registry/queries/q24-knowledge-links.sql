-- sv: Hur är varje forum kopplat till kunskapsstyrningen, och vilka kopplingar är bara personkopplingar?
-- en: How is each forum linked to knowledge governance, and which links are personal only?
-- question: Q24
-- answer är none där källan säger att koppling saknas, unknown där den inte avgör det, och
-- tomt där inget är skrivet.
SELECT g.short_name AS forum, k.link, coalesce(n.short_name, k.kind) AS linked_to, r.name AS person, coalesce(k.entry_is, x.knowledge_is) AS answer
FROM groups_now g JOIN groups x ON x.id = g.group_id LEFT JOIN group_knowledge k USING (group_id)
LEFT JOIN groups_now n ON n.group_id = k.knowledge_id LEFT JOIN records r ON r.ref = 'representative/' || k.person_id
WHERE g.forum AND g.lives <> 'no'
ORDER BY k.link IS NULL, k.link DESC, g.short_name COLLATE SV
