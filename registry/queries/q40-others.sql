-- sv: Vilka forum har vårdgivare, brukarorganisationer eller statliga myndigheter?
-- en: Which forums have care providers, user organizations or state authorities?
-- question: Q40
-- seat är tomt där källan säger att de har plats utan att säga vilken.
SELECT g.short_name AS forum, o.type, o.name AS organization, s.seat, s.role, s.holds
FROM seats_now s JOIN seats x ON x.group_id = s.group_id AND x.entry = s.entry JOIN seat_represents r ON r.seat_key = x.key
JOIN organizations_now o ON 'organization/' || o.organization_id = r.value_ref AND (o.type IN ('provider', 'user-organization', 'authority')
  OR o.organization_id IN (SELECT id FROM organizations WHERE of_type IN ('provider', 'user-organization', 'authority')))
JOIN groups_now g ON g.group_id = s.group_id
WHERE g.lives <> 'no'
UNION ALL
SELECT g.short_name, a.value, NULL, NULL, NULL, NULL FROM group_admits a JOIN groups_now g USING (group_id) WHERE g.lives <> 'no' AND a.value IS NOT NULL
ORDER BY 1, 2, 3
