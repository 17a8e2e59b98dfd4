package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var inForceNotBeforePlanned = Rule{
	Spec: &rule.Spec{
		ID: "in-force-not-before-planned", Number: "R039", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En överenskommelse börjar inte gälla före den dag som var planerad.",
			En: "An agreement does not enter into force before the day that was planned.",
		},
		Why: text.Both{
			Sv: "Parterna har planerat sitt arbete efter den planerade dagen. Att ikraftträdandet drar ut på tiden är vanligt, men ett som kommer tidigare än planerat är oftast en felaktig uppgift. Obestämda dagar som kan stämma överens godtas. Att det inte kommer före antagandena prövas av in-force-requires-all-adopted och adoption-order.",
			En: "The parties have planned their work by the planned day. That an entry into force is late is common, but one that comes earlier than planned is most often a mistake. Vague days that may agree are accepted. That it does not come before the adoptions is for in-force-requires-all-adopted and adoption-order.",
		},
		Remedy:   text.Both{Sv: "Rätta den faktiska eller den planerade dagen.", En: "Correct the actual or the planned day."},
		Messages: map[string]text.Both{"": {Sv: "ikraftträdandet {actual} ligger före den planerade dagen {planned}", En: "the entry into force {actual} lies before the planned day {planned}"}},
		Cites: []rule.Cite{
			{Source: "hok-2021", Line: 21, Says: "Om samtliga antar den, börjar den gälla från och med 1 juli 2022."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, a := range v.Agreements {
			if a.External.V {
				continue
			}
			judgePlanned(v, r, a.EntryIntoForce, rule.At(a, "entry_into_force"))
			for i, rev := range a.Revisions.All() {
				judgePlanned(v, r, rev.EntryIntoForce, rule.At(a, "revisions", i, "entry_into_force"))
			}
		}
	},
}

// judgePlanned compares the two days of an entry into force, where both are given.
func judgePlanned(v *registry.View, r *rule.Report, entry model.Val[model.EntryIntoForce], p rule.Place) {
	planned, ok := entry.V.Planned.Get()
	actual, ok2 := entry.V.Actual.Get()
	if !ok || !ok2 || actual.Begun(v.Day) == truth.No {
		return
	}
	r.Judge(edtf.NotAfter(planned, actual), func() *rule.Finding {
		p.Path = p.Path.At("actual")
		return rule.Found(p, text.Args{"actual": actual, "planned": planned})
	})
}
