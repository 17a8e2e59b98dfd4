-- sv: Vilka poster påverkas om en post tas bort?
-- en: Which records are affected if a record is taken away?
-- question: Q43
-- param ref = group/uph: posten, som slag/id | the record, as kind/id
SELECT f.kind, f.id, f.name, r.path, r.to_part
FROM refs r JOIN records f ON f.ref = r.ref
WHERE r.to_ref = :ref
UNION ALL
SELECT NULL, NULL, '(no such record)', NULL, NULL WHERE NOT EXISTS (SELECT 1 FROM records WHERE ref = :ref)
ORDER BY 1, 2, 4
