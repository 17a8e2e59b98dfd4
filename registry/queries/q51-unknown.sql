-- sv: Vad vet vi inte, per slag av post och uppgift?
-- en: What do we not know, by kind of record and attribute?
-- question: Q51
-- antal poster där svaret är unknown. Frågor som ingen har ställt syns inte här.
SELECT r.kind, a.attribute, count(*) AS answers, count(DISTINCT a.ref) AS records, group_concat(DISTINCT r.id) AS which
FROM answers a JOIN records r USING (ref)
WHERE a.answer = 'unknown'
GROUP BY 1, 2
ORDER BY answers DESC, 1, 2
