-- sv: Vilka platser är vakanta och sedan när, och vilka uppdrag har börjat eller slutat det senaste året?
-- en: Which seats are vacant and since when, and which memberships began or ended in the last year?
-- question: Q45
-- cannot-tell är antalet platser där källorna inte avgör om någon har dem. Byten som ingen har skrivit
-- i registret syns inte. In English: changes that nobody has recorded are not seen.
SELECT 'vacant' AS event, g.short_name AS forum, s.seat, 1 AS seats, NULL AS person, s.vacant_since AS date
FROM seats_now s JOIN groups_now g USING (group_id) WHERE s.vacant = 'yes' AND s.holds = 'yes'
UNION ALL
SELECT 'began', g.short_name, m.seat, 1, r.name, m.from_date
FROM memberships m JOIN groups_now g USING (group_id) JOIN records r ON r.ref = 'representative/' || m.representative_id, about a
WHERE m.from_earliest >= date(a.as_of, '-1 year') AND m.from_latest <= a.as_of
UNION ALL
SELECT 'ended', g.short_name, m.seat, 1, r.name, m.until
FROM memberships m JOIN groups_now g USING (group_id) JOIN records r ON r.ref = 'representative/' || m.representative_id, about a
WHERE m.until_earliest >= date(a.as_of, '-1 year') AND m.until_latest <= a.as_of
UNION ALL
SELECT 'cannot-tell', g.short_name, NULL, count(*), NULL, NULL
FROM seats_now s JOIN groups_now g USING (group_id) WHERE s.vacant = 'unknown' OR s.vacant = 'yes' AND s.holds = 'unknown' GROUP BY g.group_id
ORDER BY 1, 2, 3
