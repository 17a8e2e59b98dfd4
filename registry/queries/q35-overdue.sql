-- sv: Vilka tidsgränser har passerat utan händelse, eller kan ha gjort det?
-- en: Which deadlines have passed without an event, or may have?
-- question: Q35
-- overdue: passerad; late: hände för sent; unknown: ingen källa är ny nog för att säga.
SELECT d.what, d.due, d.outcome, d.event, d.days_min, d.days_max, d.proposed, d.ref, d.path
FROM deadlines d
WHERE d.outcome IN ('overdue', 'late') OR d.outcome = 'unknown' AND d.due_latest < (SELECT as_of FROM about)
ORDER BY d.outcome, d.due_latest
