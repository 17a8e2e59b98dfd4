package rules

// representationRules are section E of the catalogue: seats and those who hold
// them.
func representationRules() []Rule {
	return []Rule{
		seatHolderInTerm,
		seatVacancyReported,
		personRoleMatchForum,
		politicalGroupSize,
		representationBalanced,
		subregionCoverage,
		representativeMandateScope,
		municipalityUnrepresented,
		personMultiForum,
		metricScope,
		providerSeatsAllowed,
		adjunctNotCounted,
		nominationBodyRecorded,
		knowledgeRepApproved,
		membershipSeatExists,
		membershipWithoutSeat,
		membershipWithinLife,
		membershipPeriodsOverlap,
		personTwoSeats,
		seatSideMatches,
		electedPastMandate,
		duplicatePerson,
	}
}
