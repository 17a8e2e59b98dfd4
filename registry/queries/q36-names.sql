-- sv: Vilka namn gäller dagen, och vilka gjorde det eller ska göra det?
-- en: Which names are in effect on the day, and which were or are to be?
-- question: Q36
SELECT r.kind, r.id, r.name AS called, n.name, n.holds, x.from_date AS since, x.until, n.decision_id
FROM names_now n JOIN records r USING (ref) JOIN names x ON x.ref = n.ref AND x.number = n.number
ORDER BY r.kind, r.id, n.number
