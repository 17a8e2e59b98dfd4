-- sv: Hur många platser har varje kommun?
-- en: How many seats has each municipality?
-- question: Q44
-- seats är platser som säkert är kommunens egna; kommunen kan ha fler än registret har.
SELECT m.name AS municipality, m.subregion, m.seats, m.represented,
  (SELECT group_concat(DISTINCT g.short_name) FROM voices_now v JOIN groups_now g USING (group_id) WHERE v.organization_id = m.organization_id AND v.own AND g.forum) AS forums
FROM municipalities_now m
ORDER BY m.seats DESC, m.name COLLATE SV
