package rules

// establishmentRules are section F of the catalogue: consultation groups, the process
// office, establishment and closure.
func establishmentRules() []Rule {
	return []Rule{
		consultationGroupSet,
		consultationGroupPurposes,
		consultationGroupPurposeContent,
		establishedCriteria,
		establishedAfterPhases,
		establishmentStepOrder,
		startWorkshopBothSides,
		launchDeliverables,
		establishmentLeastImpactFirst,
		establishmentWindow,
		consultationGroupLevels,
		consultationGroupPlanJoint,
		outerCircleSize,
		outerCircleAppointedByGroup,
		coreSize,
		coreParity,
		coreOuterDisjoint,
		secretariatDuties,
		dutyTraceable,
		groupClosureCoverage,
		groupClosureDecision,
		closableGroupHint,
		responsibilitySingleOwnerAfter,
		crossSectorIncluded,
		boundaryCasesDeclared,
		workingGroupTemporary,
		groupChangeHasDecision,
		guidelineOneAtDate,
	}
}
