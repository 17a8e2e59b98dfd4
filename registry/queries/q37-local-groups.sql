-- sv: Hur många lokala grupper finns, och vilka är aktiva?
-- en: How many local groups are there, and which are active?
-- question: Q37
-- recorded är lokala grupper som registret har; antalen är vad källorna säger. _is är unknown där
-- källan inte ger något antal.
SELECT g.short_name AS forum, x.local_groups_exist AS they_exist, x.local_groups_count_min AS count_min, x.local_groups_count_max AS count_max, x.local_groups_count_approx AS approximate, x.local_groups_count_is AS count_is,
  x.local_groups_active_min AS active_min, x.local_groups_active_max AS active_max, x.local_groups_active_is AS active_is, x.local_groups_is AS answer,
  (SELECT count(DISTINCT r.group_id) FROM group_reports_to r JOIN groups_now l ON l.group_id = r.group_id WHERE r.to_ref = x.ref AND l.type = 'local' AND l.lives <> 'no') AS recorded
FROM groups_now g JOIN groups x ON x.id = g.group_id
WHERE g.lives <> 'no' AND (x.local_groups_exist IS NOT NULL OR x.local_groups_is IS NOT NULL OR x.local_groups_count_min IS NOT NULL OR x.local_groups_count_is IS NOT NULL)
ORDER BY g.short_name COLLATE SV
