-- sv: Vilka kommuner har ingen egen plats i något forum?
-- en: Which municipalities have no seat of their own in any forum?
-- question: Q04
-- represented är unknown så länge inte alla platser är kända: kommunen kan ha en plats som
-- registret saknar. Att andra kan tala för kommunen visar q09-who-speaks.
SELECT organization_id, name, subregion, represented, seats
FROM municipalities_now
WHERE represented <> 'yes'
ORDER BY name COLLATE SV
