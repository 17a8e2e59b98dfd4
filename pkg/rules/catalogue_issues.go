package rules

// issueRules are section G of the catalogue: issues, decisions, deadlines,
// knowledge governance and cooperation between counties.
func issueRules() []Rule {
	return nil
}
