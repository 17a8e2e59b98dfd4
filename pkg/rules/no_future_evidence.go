package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var noFutureEvidence = Rule{
	Spec: &rule.Spec{
		ID: "no-future-evidence", Number: "R008", Severity: rule.Warning, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Det som anges ha hänt är inte daterat efter den källa som styrker det.",
			En: "What is said to have happened is not dated after the source that evidences it.",
		},
		Why: text.Both{
			Sv: "En rapport från november 2022 kan berätta vad som planeras till juni 2023, men inte att det hände. Regeln jämför med källans datum och inte med dagens, så att svaret blir detsamma varje gång. Den gäller fattade beslut, hållna möten, antaganden, gruppers lägen, utförda aktiviteter och påbörjade uppdrag. Tolkningar räknas inte som styrkande källor.",
			En: "A report of November 2022 can tell what is planned for June 2023, but not that it happened. The rule compares with the date of the source and not with today's, so that the answer is the same every time. It covers decisions taken, meetings held, adoptions, statuses of groups, activities done and memberships begun. Inferences do not count as evidence.",
		},
		Remedy:   text.Both{Sv: "Ange den senare källa som styrker händelsen, eller skriv den som planerad.", En: "Cite the later source that evidences it, or write it as planned."},
		Messages: map[string]text.Both{"": {Sv: "{what} {date} ligger efter den nyaste källan som styrker saken ({source})", En: "{what} {date} lies after the newest source that evidences it ({source})"}},
		Cites:    []rule.Cite{{Source: "rapport-2022", Section: "3.4", Line: 365, Says: "i juni 2023 ska en gemensam andlingsplan God och nära vård beslutas av VIS"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, rec := range v.Records() {
			switch rec := rec.(type) {
			case *model.Decision:
				if rec.State.V == model.Decided {
					judgeEvidence(v, r, rec, nil, rec.Date, text.Both{Sv: "beslutet", En: "the decision of"}, "date")
				}
			case *model.Meeting:
				if rec.Status.V == model.Held {
					judgeEvidence(v, r, rec, nil, rec.Date, text.Both{Sv: "mötet", En: "the meeting of"}, "date")
				}
			case *model.Agreement:
				for i, p := range rec.Parties.Pointers() {
					for j, a := range p.Adoptions.Pointers() {
						if a.State.V == model.Adopted {
							judgeEvidence(v, r, rec, nearer(&a.Evidence, &p.Evidence), a.Date, text.Both{Sv: "antagandet", En: "the adoption of"}, "parties", i, "adoptions", j, "date")
						}
					}
				}
			case *model.Group:
				for i, m := range rec.History.Pointers() {
					judgeEvidence(v, r, rec, &m.Evidence, m.Date, text.Both{Sv: "läget", En: "the status of"}, "history", i, "date")
				}
			case *model.Plan:
				for i, a := range rec.Activities.Pointers() {
					judgeEvidence(v, r, rec, &a.Evidence, a.Done, text.Both{Sv: "aktiviteten", En: "the activity of"}, "activities", i, "done")
				}
			case *model.Representative:
				for i, m := range rec.Memberships.Pointers() {
					judgeEvidence(v, r, rec, &m.Evidence, m.From, text.Both{Sv: "uppdraget", En: "the membership of"}, "memberships", i, "from")
				}
			}
		}
	},
}

// nearer is the entry's own evidence if it cites anything, else the outer one's.
func nearer(inner, outer *model.Evidence) *model.Evidence {
	if len(inner.Sources.Items) > 0 {
		return inner
	}
	return outer
}

// judgeEvidence counts an event with a date, and reports it if it is dated
// after every source that says so. The date stands in the record at a path.
func judgeEvidence(v *registry.View, r *rule.Report, rec model.Record, entry *model.Evidence, when model.Val[edtf.Date], what text.Both, path ...any) {
	date, ok := when.Get()
	if !ok {
		return
	}
	stated := registry.Citations(rec, entry, keysOf(path)).Stated()
	newest := v.NewestSource(stated)
	if newest.IsZero() || v.AnyUndated(stated) {
		r.CannotTell()
		return
	}
	if date.Latest() <= newest.Latest() {
		r.Holds()
		return
	}
	r.Judge(edtf.Before(edtf.OfDay(newest.Latest()), date).Not(), func() *rule.Finding {
		f := rule.Found(rule.At(rec, path...), text.Args{"what": what, "date": date, "source": newest})
		f.Sources = stated.List()
		return f
	})
}

// keysOf is a path without its positions.
func keysOf(path []any) string {
	if len(path) == 1 {
		return path[0].(string)
	}
	return registry.AttributeAt(model.Path{}.At(path...))
}
