-- sv: I vilken ordning bör samrådsgrupperna etableras för att påverka befintliga fora minst?
-- en: In which order should the consultation groups be established to affect existing forums least?
-- question: Q16
-- planned_order är den ordning som en källa anger. affects räknar ansvar i befintliga fora som gruppen
-- anges eller föreslås ta över; den som bara ska samrådas tar inget över. Färre är mindre påverkan; det är en
-- tolkning och inget beslut.
SELECT g.short_name AS consultation_group, x.establishment_order AS planned_order, x.establishment_order_is AS planned_order_is,
  count(t.key) AS affects, count(DISTINCT t.group_id) AS forums, group_concat(DISTINCT f.short_name) AS which, 'inference' AS basis
FROM groups_now g JOIN groups x ON x.id = g.group_id
LEFT JOIN responsibility_receivers t ON t.to_id = g.group_id AND t.role IS NOT 'consulted'
LEFT JOIN groups_now f ON f.group_id = t.group_id
WHERE g.type = 'consultation' AND 'group/' || g.group_id NOT IN (SELECT ref FROM records WHERE ended = 'yes')
GROUP BY g.group_id
ORDER BY forums, affects, g.short_name COLLATE SV
