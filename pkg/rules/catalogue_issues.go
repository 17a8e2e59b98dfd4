package rules

// issueRules are section G of the catalogue: issues, decisions, deadlines,
// knowledge governance and cooperation between counties.
func issueRules() []Rule {
	return []Rule{
		issueLevelSource,
		issueDriver,
		issueMultiGroupCoordinated,
		issuePrioritised,
		decisionStateComplete,
		decisionBodyCompetent,
		deadlineOverdue,
		deadlineFirstMeeting,
		actionPlanReplacesPriorities,
		knowledgeAreas,
		knowledgeSystemDeclared,
		proposalNotInEffect,
		letterSignedComplete,
		accessionConsent,
		areaMeetsCriteria,
		personalDataMinimal,
		swedishName,
		decisionMeetingAgrees,
		decisionChainOrder,
		effectBeforeDecision,
	}
}
