package rules

// representationRules are section E of the catalogue: seats and those who hold them.
func representationRules() []Rule {
	return nil
}
