-- sv: Vilka överenskommelser saknar uppföljning, avvikelserutin eller främjande uppföljning?
-- en: Which agreements lack follow-up, a routine for deviations, or follow-up of prevention?
-- question: Q29
-- yes: det står; no: källan säger att det saknas; unknown: källan avgör det inte, eller frågan är inte ställd.
SELECT n.short_name AS agreement, n.in_force,
  CASE WHEN a.follow_up_is = 'none' OR a.follow_up_indicators_is = 'none' THEN 'no' WHEN EXISTS (SELECT 1 FROM indicators i WHERE i.agreement_id = a.id AND i.id IS NOT NULL) THEN 'yes' ELSE 'unknown' END AS criteria,
  CASE WHEN a.deviations_is = 'none' OR a.deviations_procedure_is = 'none' THEN 'no' WHEN a.deviations_as IS NOT NULL OR a.deviations_procedure IS NOT NULL OR a.deviations_report_to_ref IS NOT NULL THEN 'yes' ELSE 'unknown' END AS deviations,
  CASE WHEN a.follow_up_is = 'none' OR a.follow_up_preventive = 'no' OR a.follow_up_preventive_is = 'none' THEN 'no' WHEN a.follow_up_preventive = 'yes' THEN 'yes' ELSE 'unknown' END AS preventive,
  (SELECT count(*) FROM followups f WHERE f.agreement_id = a.id) AS followups
FROM agreements a JOIN agreements_now n ON n.agreement_id = a.id
WHERE n.ours AND n.in_force <> 'no'
ORDER BY n.short_name COLLATE SV
