package rules

// identityRules are section A of the catalogue: identity, references, sources
// and dates.
func identityRules() []Rule {
	return []Rule{
		refResolves,
		idUniqueStable,
		aliasUnambiguous,
		sourceRequired,
		inferenceNotDecided,
		intervalOrdered,
		noFutureEvidence,
		unknownIsExplicit,
		reportedVsComputed,
		vocabularyTermUnknown,
	}
}
