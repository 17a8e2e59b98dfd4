-- sv: Vad är gjort och planerat för vart och ett av sekretariatets ansvar?
-- en: What is done and planned for each duty of the process office?
-- question: Q19
-- fulfilled är yes där en aktivitet är klar; annars unknown, för att inget står betyder inte att
-- inget är gjort.
SELECT t.sv AS duty, count(a.key) AS activities, count(a.key) FILTER (WHERE a.state = 'done') AS done, min(a.due) AS first_due,
  group_concat(p.short_name || ': ' || coalesce(a.title, a.id), '; ') AS what,
  CASE WHEN count(a.key) FILTER (WHERE a.state = 'done') > 0 THEN 'yes' ELSE 'unknown' END AS fulfilled
FROM vocabulary_duties t LEFT JOIN activities a ON a.duty = t.id LEFT JOIN records p ON p.ref = 'plan/' || a.plan_id
GROUP BY t.id
ORDER BY t.number
