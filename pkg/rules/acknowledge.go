package rules

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var acknowledgementExpired = &rule.Spec{
	ID: "acknowledgement-expired", Severity: rule.Warning, Profile: rule.Basic,
	Title: text.Both{
		Sv: "Ett godtagande säger vem som står för det och till och med när, och den dagen har inte passerat.",
		En: "An acknowledgement says who stands for it and until when, and that day has not passed.",
	},
	Why: text.Both{
		Sv: "Någon godtar ett fynd för en tid. När tiden gått ut räknas fyndet igen, och här sägs varför. Det räknas också när det inte framgår vem som godtagit det eller hur länge (by och until är none eller unknown).",
		En: "Somebody accepts a finding for a time. When the time is out the finding counts again, and this says why. It counts too where it does not say who accepted it or for how long (by and until are none or unknown).",
	},
	Remedy: text.Both{Sv: "Åtgärda fyndet, eller ange i acknowledged.yaml vem som godtar det och en ny sista dag, med ett aktuellt skäl.", En: "Mend the finding, or say in acknowledged.yaml who accepts it and until what new day, with a current reason."},
	Messages: map[string]text.Both{
		"":      {Sv: "godtagandet av {rule} för {record} gick ut {until}", En: "the acceptance of {rule} for {record} ran out on {until}"},
		"by":    {Sv: "godtagandet av {rule} för {record} säger inte vem som står för det", En: "the acceptance of {rule} for {record} does not say who stands for it"},
		"until": {Sv: "godtagandet av {rule} för {record} har ingen sista dag", En: "the acceptance of {rule} for {record} has no last day"},
	},
	Cites: []rule.Cite{{Section: "acknowledged.yaml"}},
}

var acknowledgementUnmatched = &rule.Spec{
	ID: "acknowledgement-unmatched", Severity: rule.Warning, Profile: rule.Basic,
	Title: text.Both{
		Sv: "Varje godtagande svarar mot ett fynd som finns.",
		En: "Every acknowledgement matches a finding that exists.",
	},
	Why: text.Both{
		Sv: "Ett godtagande utan fynd är ett spår av något som är åtgärdat, eller en felskrivning. Ligger det kvar kan det dölja ett nytt fynd. Laddarens egna fel kan inte godtas.",
		En: "An acknowledgement without a finding is a trace of something mended, or a slip. Left lying it may hide a new finding. The loader's own errors cannot be acknowledged.",
	},
	Remedy: text.Both{Sv: "Ta bort posten ur acknowledged.yaml.", En: "Remove the entry from acknowledged.yaml."},
	Messages: map[string]text.Both{
		"":       {Sv: "godtagandet {fingerprint} av {rule} svarar inte mot något fynd", En: "the acknowledgement {fingerprint} of {rule} matches no finding"},
		"record": {Sv: "godtagandet {fingerprint} av {rule} anger {record}, men fyndet gäller {about}", En: "the acknowledgement {fingerprint} of {rule} names {record}, but the finding is about {about}"},
	},
	Cites: []rule.Cite{{Section: "acknowledged.yaml"}},
}

// acknowledge marks the findings that acknowledged.yaml accepts at the view's
// day, and reports its entries that have expired or match nothing.
func acknowledge(out *Outcome, v *registry.View, o Options, wanted func(*rule.Spec) bool, reports []*rule.Report, catalogue []Rule) {
	byPrint := map[string]*rule.Finding{}
	unread := map[string]bool{} // what could not be read in whole
	for _, f := range out.Findings {
		if f.Spec.Fixed {
			unread[f.About()] = true
			continue
		}
		byPrint[f.Fingerprint] = f
	}
	report := func(spec *rule.Spec) *rule.Report {
		for i := range catalogue {
			if catalogue[i].ID == spec.ID {
				return reports[i]
			}
		}
		return nil
	}
	expired, unmatched := report(acknowledgementExpired), report(acknowledgementUnmatched)
	before := len(out.Findings)
	for i, a := range v.Acknowledged.Entries.Pointers() {
		if !a.Fingerprint.Given() || !a.Rule.Given() {
			continue // field-missing has told
		}
		place := rule.Place{File: model.AcknowledgedKind.Info().File, Path: model.Path{}.At(i, "fingerprint")}
		if len(o.Only) > 0 && byPrint[a.Fingerprint.V] == nil || !ranIn(o, catalogue, a.Rule.V) {
			continue // its rule was not run, so nothing follows from its silence
		}
		f := byPrint[a.Fingerprint.V]
		switch {
		case f == nil && (unread[a.Record.V] || unread[model.Manifest.Info().File]) && !isFixed(catalogue, a.Rule.V):
			if wanted(acknowledgementUnmatched) {
				unmatched.CannotTell()
			}
			continue
		case f != nil && answersTo(f.Spec, a.Rule.V) && a.Record.Given() && a.Record.V != f.About():
			if wanted(acknowledgementUnmatched) {
				place.Path = model.Path{}.At(i, "record")
				unmatched.Violated(rule.FoundAs("record", place, text.Args{"fingerprint": a.Fingerprint.V, "rule": a.Rule.V, "record": a.Record.V, "about": f.About()}, a.Fingerprint.V))
			}
			continue
		case f == nil || !answersTo(f.Spec, a.Rule.V):
			if wanted(acknowledgementUnmatched) {
				unmatched.Violated(rule.Found(place, text.Args{"fingerprint": a.Fingerprint.V, "rule": a.Rule.V}, a.Fingerprint.V))
			}
			continue
		}
		if wanted(acknowledgementUnmatched) {
			unmatched.Holds()
		}
		if name, key := lapsed(v, a); key != "" {
			if wanted(acknowledgementExpired) {
				place.Path = model.Path{}.At(i, key)
				expired.Violated(rule.FoundAs(name, place, text.Args{"rule": a.Rule.V, "record": f.About(), "until": a.Until.V}, a.Fingerprint.V))
			}
			continue
		}
		if wanted(acknowledgementExpired) {
			expired.Holds()
		}
		f.Acknowledged = a
	}
	out.Findings = append(out.Findings, expired.Findings...)
	out.Findings = append(out.Findings, unmatched.Findings...)
	added := out.Findings[before:]
	rule.Fingerprint(added, func(f *rule.Finding) string { return f.Distinct[0] })
}

// lapsed tells why an acknowledgement does not hold at the view's day, and by
// which key: its last day has passed, or it does not say who accepted the finding
// or until when. The key is "" where it holds.
func lapsed(v *registry.View, a *model.Acknowledgement) (name, key string) {
	switch {
	case a.Until.Given() && a.Until.V.Ended(v.Day) == truth.Yes:
		return "", "until"
	case !a.Until.Given():
		return "until", "until"
	case !a.By.Given():
		return "by", "by"
	}
	return "", ""
}

// answersTo reports whether a rule has an id or a number, or decides the rule
// that has it.
func answersTo(s *rule.Spec, id string) bool {
	return id == s.ID || id != "" && id == s.Number ||
		slices.ContainsFunc(s.Merged, func(m rule.Merged) bool { return id == m.ID || id == m.Number })
}

// isFixed reports whether a rule is one whose findings cannot be accepted.
func isFixed(catalogue []Rule, id string) bool {
	return slices.ContainsFunc(catalogue, func(r Rule) bool { return r.Fixed && answersTo(r.Spec, id) })
}

// ranIn reports whether a rule was among those that were run.
func ranIn(o Options, catalogue []Rule, id string) bool {
	for i := range catalogue {
		if answersTo(catalogue[i].Spec, id) {
			return len(o.Only) > 0 || catalogue[i].Profile <= o.Profile
		}
	}
	return true // an unknown rule never ran, and the entry is a slip
}
