package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementNotBeforeLegalBasis = Rule{
	Spec: &rule.Spec{
		ID: "agreement-not-before-legal-basis", Number: "R035", Severity: rule.Info, Profile: rule.Pedantic,
		Title: text.Both{
			Sv: "En överenskommelse är inte äldre än det lagkrav som den anger, eller är reviderad sedan dess.",
			En: "An agreement is not older than the legal requirement that it gives, or has been revised since.",
		},
		Why: text.Both{
			Sv: "En överenskommelse som kom till före lagkravet kan inte ha skrivits för att uppfylla det. Den är kanske bra ändå, men bör ses över. Regeln jämför den dag då kravet började gälla med den senaste av överenskommelsens dagar: ikraftträdandet och revideringarna. Rättelser räknas inte.",
			En: "An agreement made before the requirement cannot have been written to meet it. It may be good all the same, but should be reviewed. The rule compares the day when the requirement came into force with the latest day of the agreement: its entry into force and its revisions. Corrections do not count.",
		},
		Remedy:   text.Both{Sv: "Kontrollera att överenskommelsen uppfyller lagkravet, och ange den revidering som gjordes för det.", En: "Check that the agreement meets the requirement, and record the revision that was made for it."},
		Messages: map[string]text.Both{"": {Sv: "överenskommelsens nyaste version är från {date}, men lagkravet ”{requirement}” gäller från {from}", En: "the newest version of the agreement is from {date}, but the legal requirement “{requirement}” is in force from {from}"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 153, Says: "Lagkrav finns på dessa överenskommelser."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for a := range ours(v) {
			for i, id := range a.LegalBasis.All() {
				req, _, ok := v.LegalRequirement(id)
				if !ok || v.IsLaw(req) == truth.No {
					continue
				}
				from, known := req.From.Get()
				newest, dated := newestVersion(v, a)
				if !known || !dated {
					r.CannotTell()
					continue
				}
				r.Judge(edtf.NotAfter(from, newest), func() *rule.Finding {
					return rule.Found(rule.At(a, "legal_basis", i), text.Args{"date": newest, "requirement": phrase.Terms(v, "legal_requirements", []model.Term{id}), "from": from})
				})
			}
		}
	},
}

// newestVersion is the latest of the days on which an agreement began to apply
// or was revised, by the view's day. ok is false where one of them is not known.
func newestVersion(v *registry.View, a *model.Agreement) (newest edtf.Date, ok bool) {
	var days []model.Val[edtf.Date]
	if a.EntryIntoForce.Is != model.Absent {
		days = append(days, a.EntryIntoForce.V.Actual)
	}
	for _, rev := range a.Revisions.All() {
		if rev.Kind.V != "correction" {
			days = append(days, rev.Date)
		}
	}
	for _, d := range days {
		date, given := d.Get()
		if !given {
			return newest, false
		}
		if date.Begun(v.Day) != truth.No && (newest.IsZero() || edtf.Order(date, newest) > 0) {
			newest = date
		}
	}
	return newest, !newest.IsZero()
}
