-- sv: Är alla kommunala representanter i kunskapsstyrningen godkända?
-- en: Are all municipal representatives in knowledge governance approved?
-- question: Q25
-- approved är unknown där inget godkännande är skrivet: det kan finnas ändå.
SELECT r.name AS person, g.short_name AS group_name, n.holds, n.side, a.short_name AS approved_by, m.approved_by_date AS date,
  CASE WHEN m.approved_by_group_id IS NOT NULL THEN 'yes' WHEN m.approved_by_is = 'none' THEN 'no' ELSE 'unknown' END AS approved
FROM memberships_now n JOIN memberships m ON m.representative_id = n.representative_id AND m.entry = n.entry
JOIN groups_now g ON g.group_id = n.group_id JOIN records r ON r.ref = 'representative/' || n.representative_id
LEFT JOIN groups_now a ON a.group_id = m.approved_by_group_id
WHERE g.type = 'knowledge' AND coalesce(n.side, 'municipal') = 'municipal'
UNION ALL
SELECT '(none recorded)', NULL, NULL, NULL, NULL, NULL, 'unknown'
WHERE NOT EXISTS (SELECT 1 FROM memberships_now n JOIN groups_now g USING (group_id) WHERE g.type = 'knowledge' AND coalesce(n.side, 'municipal') = 'municipal')
ORDER BY 1 COLLATE SV
