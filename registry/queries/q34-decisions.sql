-- sv: Vilka beslutsförslag är fattade, av vem och när?
-- en: Which proposals are decided, by whom and when?
-- question: Q34
-- decided är unknown där förslagets öde inte är känt, alltså när ingen källa är ny nog att säga
-- att det fortfarande väntar. unknown: no source is new enough to tell that it still waits.
SELECT n.decision_id, n.name AS decision, n.status, n.possible,
  CASE WHEN n.status = 'proposed' AND n.pending <> 'yes' THEN 'unknown' ELSE n.decided END AS decided, n.since, b.short_name AS body, p.short_name AS proposed_by, d.outcome_is
FROM decisions_now n JOIN decisions d ON d.id = n.decision_id LEFT JOIN records b ON b.ref = d.body_ref LEFT JOIN records p ON p.ref = d.proposed_by_ref
ORDER BY 5 DESC, n.since_earliest, n.name COLLATE SV
