package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var electedPastMandate = Rule{
	Spec: &rule.Spec{
		ID: "elected-past-mandate", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En förtroendevalds uppdrag löper inte längre än mandatperioden utan ny utnämning.",
			En: "An elected membership does not run past the mandate without a new appointment.",
		},
		Why: text.Both{
			Sv: "Efter ett val utses ledamöterna på nytt. Ett uppdrag som börjar i en mandatperiod och säkert slutar i en senare är två uppdrag, ett för varje utnämning. Ett uppdrag utan sista dag berörs inte. Mandatperioderna står i riktlinjens mandates.",
			En: "After an election the members are appointed anew. A membership that begins in one mandate and ends in a later one for certain is two memberships, one for each appointment. One without a last day is exempt. The mandates stand in mandates of the guideline.",
		},
		Remedy:   text.Both{Sv: "Dela uppdraget vid mandatperiodens slut.", En: "Split the membership at the end of the mandate."},
		Tune:     text.Both{Sv: "mandates i riktlinjen.", En: "mandates of the guideline."},
		Messages: map[string]text.Both{"": {Sv: "uppdraget slutar {until}, efter mandatperioden som slutade {end}", En: "the membership ends {until}, after the mandate that ended {end}"}},
		Cites:    []rule.Cite{{Source: "storsthlm-vis"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.Mandates()
		if p.Governs != truth.Yes {
			return
		}
		for _, rep := range v.Representatives {
			if isElected(rep) != truth.Yes {
				continue
			}
			for i, m := range rep.Memberships.Pointers() {
				from, until := m.From.V, m.Until.V
				if !m.From.Given() || !m.Until.Given() {
					continue
				}
				end, ok := mandateEnd(p.Value, from)
				if !ok {
					r.CannotTell()
					continue
				}
				s := registry.Seating{Representative: rep, Membership: m, Index: i}
				r.Judge(edtf.NotAfter(until, end), func() *rule.Finding {
					f := rule.Found(membership(s, "until"), text.Args{"until": until, "end": end})
					f.Related = []rule.Related{byGuideline(p)}
					return f
				})
			}
		}
	},
}

// mandateEnd is the last day of the mandate that a day lies in for certain.
func mandateEnd(mandates []model.Interval, day edtf.Date) (edtf.Date, bool) {
	for _, m := range mandates {
		if !m.From.Given() || !m.Until.Given() {
			continue
		}
		if truth.And(edtf.NotAfter(m.From.V, day), edtf.NotAfter(day, m.Until.V)) == truth.Yes {
			return m.Until.V, true
		}
	}
	return edtf.Date{}, false
}
