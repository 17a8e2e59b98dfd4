-- sv: Vilken källa styrker varje uppgift i en post, och vad är bara tolkning?
-- en: Which source supports each fact of a record, and what is only inferred?
-- question: Q42
-- param ref = group/bussam: posten, som slag/id | the record, as kind/id
SELECT c.entry, c.attributes, c.source_id AS source, c.section, c.line, coalesce(c.basis, 'stated') AS basis, c.says
FROM citations c
WHERE c.ref = :ref
UNION ALL
SELECT CASE WHEN EXISTS (SELECT 1 FROM records WHERE ref = :ref) THEN '(no source is cited)' ELSE '(no such record)' END, NULL, NULL, NULL, NULL, NULL, NULL
WHERE NOT EXISTS (SELECT 1 FROM citations WHERE ref = :ref)
ORDER BY 1 COLLATE SV
