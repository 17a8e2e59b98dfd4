-- sv: Vilka beslutsförslag är fattade, av vem och när?
-- en: Which proposals are decided, by whom and when?
-- question: Q34
-- decided är unknown där förslagets öde inte är känt.
SELECT n.decision_id, n.name AS decision, n.status, n.possible, n.decided, n.since, b.short_name AS body, p.short_name AS proposed_by, d.outcome_is
FROM decisions_now n JOIN decisions d ON d.id = n.decision_id LEFT JOIN records b ON b.ref = d.body_ref LEFT JOIN records p ON p.ref = d.proposed_by_ref
ORDER BY n.decided DESC, n.since_earliest, n.name COLLATE SV
