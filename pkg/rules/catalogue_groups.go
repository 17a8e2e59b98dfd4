package rules

// groupRules are section D of the catalogue: groups, meetings, chairs and
// secretariats.
func groupRules() []Rule {
	return nil
}
