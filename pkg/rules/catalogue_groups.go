package rules

// groupRules are section D of the catalogue: groups, meetings, chairs and
// secretariats.
func groupRules() []Rule {
	return []Rule{
		groupMandateCurrent,
		jointForumBothSides,
		municipalForumNoRegion,
		groupMeetsAsPlanned,
		groupDormant,
		meetingStatusDate,
		chairDefined,
		chairAlternates,
		chairIsSeatHolder,
		secretariatExists,
		secretariatBothOrganisations,
		secretariatTimeDeclared,
		annualPlanCurrent,
		annualPlanPriorities,
		communicationChannel,
		localGroupsStatusKnown,
		reportingLineSingle,
		knowledgeLinkDeclared,
		knowledgePersonalLinkValid,
		meetingWithinLife,
		attendanceValid,
		meetingDuplicate,
		declaredNoneContradicted,
		evidenceStale,
		areaWithoutGroup,
	}
}
