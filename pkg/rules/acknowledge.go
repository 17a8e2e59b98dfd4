package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var acknowledgementExpired = &rule.Spec{
	ID: "acknowledgement-expired", Severity: rule.Warning, Profile: rule.Basic,
	Title: text.Both{
		Sv: "Ett godtaget fynd har inte passerat den dag då det senast skulle ses över.",
		En: "An acknowledged finding has not passed the day by which it was to be looked at again.",
	},
	Why: text.Both{
		Sv: "Ett fynd godtas för en tid. När tiden gått ut räknas fyndet igen, och här sägs varför.",
		En: "A finding is accepted for a time. When the time is out the finding counts again, and this says why.",
	},
	Remedy:   text.Both{Sv: "Åtgärda fyndet, eller sätt en ny dag i acknowledged.yaml med ett aktuellt skäl.", En: "Mend the finding, or set a new day in acknowledged.yaml with a current reason."},
	Messages: map[string]text.Both{"": {Sv: "godtagandet av {rule} för {record} gick ut {until}", En: "the acceptance of {rule} for {record} ran out on {until}"}},
	Cites:    []rule.Cite{{Section: "acknowledged.yaml"}},
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
	Remedy:   text.Both{Sv: "Ta bort posten ur acknowledged.yaml.", En: "Remove the entry from acknowledged.yaml."},
	Messages: map[string]text.Both{"": {Sv: "godtagandet {fingerprint} av {rule} svarar inte mot något fynd", En: "the acknowledgement {fingerprint} of {rule} matches no finding"}},
	Cites:    []rule.Cite{{Section: "acknowledged.yaml"}},
}

// acknowledge marks the findings that acknowledged.yaml accepts at the view's
// day, and reports its entries that have expired or match nothing.
func acknowledge(out *Outcome, v *registry.View, o Options, wanted func(*rule.Spec) bool, reports []*rule.Report, catalogue []Rule) {
	byPrint := map[string]*rule.Finding{}
	for _, f := range out.Findings {
		if !f.Spec.Fixed {
			byPrint[f.Fingerprint] = f
		}
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
		if f == nil || f.Spec.ID != a.Rule.V {
			if wanted(acknowledgementUnmatched) {
				unmatched.Violated(finding(place, text.Args{"fingerprint": a.Fingerprint.V, "rule": a.Rule.V}, a.Fingerprint.V))
			}
			continue
		}
		if wanted(acknowledgementUnmatched) {
			unmatched.Holds()
		}
		until, limited := a.Until.Get()
		if limited && until.Ended(v.Day) == truth.Yes {
			if wanted(acknowledgementExpired) {
				place.Path = model.Path{}.At(i, "until")
				expired.Violated(finding(place, text.Args{"rule": a.Rule.V, "record": a.Record.V, "until": until}, a.Fingerprint.V))
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

// ranIn reports whether a rule was among those that were run.
func ranIn(o Options, catalogue []Rule, id string) bool {
	for i := range catalogue {
		if catalogue[i].ID == id {
			return len(o.Only) > 0 || catalogue[i].Profile <= o.Profile
		}
	}
	return true // an unknown rule never ran, and the entry is a slip
}
