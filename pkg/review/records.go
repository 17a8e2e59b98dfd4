package review

// recordRules are the rules about records as wholes and their ids.
func recordRules() []Rule {
	return []Rule{recordRemoved, idChangedWithoutPreviously}
}

// agreementRules are the rules about agreements, their parties and adoptions.
func agreementRules() []Rule { return nil }

// groupRules are the rules about groups, seats, people, meetings and decisions.
func groupRules() []Rule { return nil }

// evidenceRules are the rules about answers, dates, sources, the guideline and
// the project's own settings.
func evidenceRules() []Rule { return nil }
