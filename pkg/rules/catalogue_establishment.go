package rules

// establishmentRules are section F of the catalogue: consultation groups, the process
// office, establishment and closure.
func establishmentRules() []Rule {
	return nil
}
