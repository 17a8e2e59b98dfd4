package rules

// partyRules are section B of the catalogue: parties, municipalities,
// subregions and renamings.
func partyRules() []Rule {
	return []Rule{
		municipalityCount,
		municipalityCode,
		subregionExactlyOne,
		partySideSet,
		partyUnitOf,
		partyNameValidAtDate,
		partySuccessionAcyclic,
		renameHasDecision,
	}
}
