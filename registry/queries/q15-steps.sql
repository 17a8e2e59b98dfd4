-- sv: I vilket etableringssteg är varje samrådsgrupp?
-- en: In which step of its establishment is each consultation group?
-- question: Q15
-- utan rader i step är inget steg känt; det betyder inte att gruppen inte har tagit något.
SELECT g.short_name AS consultation_group, g.status, g.possible, s.step, s.due, s.done,
  CASE WHEN s.done_latest <= (SELECT as_of FROM about) THEN 'yes' WHEN s.step IS NULL OR s.done IS NULL OR s.done_earliest <= (SELECT as_of FROM about) THEN 'unknown' ELSE 'no' END AS taken
FROM groups_now g LEFT JOIN establishment_steps s USING (group_id)
WHERE g.type = 'consultation' AND 'group/' || g.group_id NOT IN (SELECT ref FROM records WHERE ended = 'yes')
ORDER BY g.short_name COLLATE SV, s.step
