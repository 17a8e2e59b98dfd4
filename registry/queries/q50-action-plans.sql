-- sv: Är handlingsplanerna och prioriteringarna beslutade, och vad ersätter de?
-- en: Are the action plans and priorities decided, and what do they replace?
-- question: Q50
SELECT n.name AS plan, p.type, n.status, n.possible, n.since, n.holds, n.replaced, d.decided, d.since AS decision_date, x.name AS replaces
FROM plans_now n JOIN plans p ON p.id = n.plan_id LEFT JOIN decisions_now d ON d.decision_id = p.decision_id
LEFT JOIN replaces r ON r.ref = p.ref LEFT JOIN records x ON x.ref = r.value_ref
WHERE p.type IN ('action', 'priorities', 'goals')
ORDER BY n.name COLLATE SV
