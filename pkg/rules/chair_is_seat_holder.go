package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var chairIsSeatHolder = Rule{
	Spec: &rule.Spec{
		ID: "chair-is-seat-holder", Number: "R059", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Den som leder ett möte har en plats i forumet den dagen.",
			En: "Whoever chairs a meeting has a seat in the forum that day.",
		},
		Why: text.Both{
			Sv: "Ordföranden ska ha gruppens förtroende och därför själv vara med i den. En person ska ha ett uppdrag i gruppen på mötesdagen, och en organisation ska ha en plats. Den som tillfälligt ersätter ordföranden anges som acting, kan komma utifrån och bedöms inte. Att någon inte har plats är känt först när gruppens uppdrag och platser är fullständiga den dagen (complete.memberships, complete.seats).",
			En: "The chair must have the group's confidence and so be part of it. A person must have a membership in the group on the day of the meeting, and an organization a seat. Whoever stands in for the chair is given as acting, may come from outside and is not judged. That somebody has no seat is known only once the memberships and seats of the group are complete that day (complete.memberships, complete.seats).",
		},
		Remedy: text.Both{
			Sv: "Rätta ordföranden, lägg till uppdraget som saknas, eller ange personen som acting.",
			En: "Correct the chair, add the membership that is missing, or give the person as acting.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "{chair} ledde mötet {date} men har ingen plats i {group} den dagen",
			En: "{chair} chaired the meeting of {date} but has no seat in {group} that day",
		}},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2.2", Line: 191, Says: "någon från sekretariatet har i regel varit ordförande"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, m := range v.Meetings {
			g, ok := v.Group(m.Group.V)
			if !ok || !registry.IsForum(g) || m.Status.V != model.Held || m.Date.V.Begun(v.Day) == truth.No ||
				m.Chair.Is == model.NotApplicable || m.Chair.Is == model.None || m.Acting.Given() && !m.Chair.Given() {
				continue
			}
			ref, given := m.Chair.Get()
			if !given || !m.Date.V.IsExact() {
				r.CannotTell()
				continue
			}
			r.Judge(v.On(m.Date.V.Earliest()).TakesPart(g, ref), func() *rule.Finding {
				return rule.Found(rule.At(m, "chair"), text.Args{"chair": phrase.Both(v.NameOf(ref)), "date": m.Date.V, "group": phrase.Both(v.ShortName(g))})
			})
		}
	},
}
