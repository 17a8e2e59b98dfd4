-- sv: Vilka utvecklingsfrågor berör flera grupper, och vem samordnar?
-- en: Which development issues concern several groups, and who coordinates?
-- question: Q32
SELECT n.name AS issue, n.status, count(DISTINCT c.value_ref) AS groups_concerned, group_concat(DISTINCT r.short_name) AS groups,
  k.short_name AS coordinator, i.coordinator_is
FROM issues_now n JOIN issues i ON i.id = n.issue_id
JOIN issue_concerns c ON c.issue_id = n.issue_id AND c.value_ref LIKE 'group/%' JOIN records r ON r.ref = c.value_ref
LEFT JOIN groups_now k ON k.group_id = i.coordinator_id
WHERE n.is_open <> 'no'
GROUP BY n.issue_id
HAVING count(DISTINCT c.value_ref) > 1
ORDER BY groups_concerned DESC, n.name COLLATE SV
