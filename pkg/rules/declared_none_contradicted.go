package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var declaredNoneContradicted = Rule{
	Spec: &rule.Spec{
		ID: "declared-none-contradicted", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Det som anges saknas (none) finns inte som post.",
			En: "What is said not to exist (none) is not there as a record.",
		},
		Why: text.Both{
			Sv: "Ordet none är ett svar: det är känt att något inte finns. Står det ändå en post som visar motsatsen är ett av dem fel. Regeln jämför gruppens plans med dess årsplaner, agreements med de överenskommelser som gruppen ansvarar för, seats och holder med uppdragen och local_groups med de lokala grupper som rapporterar till den, samt överenskommelsens follow_up med uppföljningarna och successor med det som anger att det ersätter posten. Båda ska gälla den dag som avses.",
			En: "The word none is an answer: it is known that something does not exist. Where a record nevertheless shows the contrary, one of them is wrong. The rule compares plans of a group with its annual plans, agreements with those that the group is responsible for, seats and holder with the memberships and local_groups with the local groups that report to it, and follow_up of an agreement with its follow-ups and successor with what says that it replaces the record. Both must hold on the day in question.",
		},
		Remedy: text.Both{
			Sv: "Ta bort none om det finns, eller rätta posten som visar motsatsen.",
			En: "Remove none if it does exist, or correct the record that shows the contrary.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "{field} anges som none, men {record} finns",
			En: "{field} is given as none, but {record} exists",
		}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 217, Says: "Ingen årsplan finns."},
			{Source: "rapport-2022", Section: "2.2", Line: 241, Says: "Det finns ingen samverkansöverenskommelse."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		c := contradictions{v, r}
		for _, g := range v.Groups {
			c.group(g)
		}
		for _, a := range v.Agreements {
			if a.FollowUp.Is == model.None {
				c.judge(a, truth.Yes, v.FollowupsOf(a.Ref), "follow_up")
			}
		}
		for _, rec := range v.Records() {
			if rec.Base().Ended.V.Successor.Is == model.None {
				c.judge(rec, truth.Yes, v.Successors(rec.Base().Ref), "ended", "successor")
			}
		}
	},
}

// contradictions judges what is said to be none against the records.
type contradictions struct {
	v *registry.View
	r *rule.Report
}

func (c contradictions) group(g *model.Group) {
	v := c.v
	if v.Lives(g) == truth.No {
		return
	}
	if g.Plans.Is == model.None {
		c.judge(g, v.Vouched(g, "plans", g.Plans.Why.Evidence()), v.AnnualPlansOf(g), "plans")
	}
	if g.Agreements.Is == model.None {
		c.judge(g, v.Vouched(g, "agreements", g.Agreements.Why.Evidence()), v.AgreementsOf(g), "agreements")
	}
	if g.Seats.Is == model.None {
		c.judge(g, v.Vouched(g, "seats", g.Seats.Why.Evidence()), v.MembersOf(g.Ref), "seats")
	}
	if exist, said := g.LocalGroups.V.Exist.Get(); g.LocalGroups.Is == model.None || said && !exist {
		known := v.Vouched(g, "local_groups", g.LocalGroups.Why.Evidence(), &g.LocalGroups.V.Evidence)
		c.judge(g, known, v.LocalGroupsOf(g), "local_groups")
	}
	for _, s := range v.Seats(g) {
		if s.Seat.Holder.Is == model.None {
			c.judge(g, s.Holds, v.HoldersAt(s), "seats", s.Index, "holder")
		}
	}
}

// judge compares a none that stands at a path of a record, and holds as
// certainly as known says, with the records that show the contrary.
func (c contradictions) judge(rec model.Record, known truth.Value, records []registry.RecordAt, path ...any) {
	if !c.r.Applies(known) {
		return
	}
	contrary := truth.No
	for _, other := range records {
		contrary = truth.Or(contrary, other.Holds)
		if other.Holds != truth.Yes {
			continue
		}
		place := at(rec, path...)
		f := finding(place, text.Args{"field": attribute(place.Path), "record": name(c.v, other.Ref)})
		if found, ok := c.v.Record(other.Ref); ok {
			f.Related = append(f.Related, related(at(found), "posten som finns", "the record that exists"))
		}
		c.r.Violated(f)
		return
	}
	c.r.Judge(contrary.Not(), nil)
}
