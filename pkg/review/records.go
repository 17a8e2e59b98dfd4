package review

// recordRules are the rules about records as wholes and their ids.
func recordRules() []Rule {
	return []Rule{recordRemoved, idChangedWithoutPreviously, idReused, massRemoval}
}

// agreementRules are the rules about agreements, their parties and adoptions.
func agreementRules() []Rule {
	return []Rule{
		agreementTextWithoutRevision, revisionNotIncreasing, revisionNeedsReadoption, adoptionRewritten,
		partyLeftWithoutDecision, partyJoinedWithoutAccession, ownerChangedWithoutDecision, supplementRehung,
		entryIntoForceRewritten, inForceLost, followUpWeakened,
	}
}

// groupRules are the rules about groups, seats, people, meetings and decisions.
func groupRules() []Rule {
	return []Rule{
		minutesChangedAfterApproval, attendanceRewritten, membershipHistoryRewritten, membershipWithoutDecision, statusWentBack,
		closedWithResponsibilities, decisionRewritten, groupHistoryRewritten, seatRemoved, coverageLost,
	}
}

// evidenceRules are the rules about answers, dates, sources, the guideline and
// the project's own settings.
func evidenceRules() []Rule {
	return []Rule{
		guidelineChangedWithoutDecision, vocabularyTermRemoved, deadlineMoved, dateMadeVaguer, answerWithdrawn,
		sourceRemoved, basisWeakened, claimAltered, sourceDocumentChanged,
		severityLowered, acknowledgementAdded, checkEvaded, mixedMatters,
	}
}
