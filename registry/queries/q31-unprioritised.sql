-- sv: Vilka utvecklingsfrågor drivs utan att vara prioriterade av VIS eller TSG?
-- en: Which development issues are driven without being prioritised by VIS or TSG?
-- question: Q31
-- prioritised är unknown där ingen prioritering är angiven: det är inte samma sak som att den saknas.
SELECT n.name AS issue, n.status, n.possible, g.short_name AS driver, n.prioritised, i.priority_ref AS priority
FROM issues_now n JOIN issues i ON i.id = n.issue_id LEFT JOIN groups_now g ON g.group_id = i.driver_id
WHERE n.is_open <> 'no' AND n.prioritised <> 'yes'
ORDER BY n.name COLLATE SV
