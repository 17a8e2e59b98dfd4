package rules

// agreementRules are section C of the catalogue: agreements.
func agreementRules() []Rule {
	return nil
}
