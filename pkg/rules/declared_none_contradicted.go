package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
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
		Messages: map[string]text.Both{
			"":          {Sv: "{field} anges som none, men {record} finns", En: "{field} is given as none, but {record} exists"},
			"seats":     {Sv: "seats anges som none, men {record} har uppdrag i gruppen", En: "seats is given as none, but {record} is a member of the group"},
			"holder":    {Sv: "platsen {seat} anges som obesatt (holder: none), men {record} har den", En: "the seat {seat} is given as unfilled (holder: none), but {record} holds it"},
			"successor": {Sv: "ended.successor anges som none, men {record} anger att den ersätter posten", En: "ended.successor is given as none, but {record} says that it replaces the record"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 217, Says: "Ingen årsplan finns."},
			{Source: "rapport-2022", Section: "2.2", Line: 241, Says: "Det finns ingen samverkansöverenskommelse."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		c := contradictions{v: v, r: r}
		for _, g := range v.Groups {
			c.group(g)
		}
		for _, a := range v.Agreements {
			if a.FollowUp.Is == model.None {
				c.judge("", rule.At(a, "follow_up"), truth.Yes, v.FollowupsOf(a.Ref))
			}
		}
		for _, rec := range v.Records() {
			if rec.Base().Ended.V.Successor.Is == model.None {
				c.judge("successor", rule.At(rec, "ended", "successor"), truth.Yes, v.Successors(rec.Base().Ref))
			}
		}
	},
}

// contradictions judges what is said to be none against the records.
type contradictions struct {
	v    *registry.View
	r    *rule.Report
	seat string // the seat that is judged
}

func (c contradictions) group(g *model.Group) {
	v := c.v
	if v.Lives(g) == truth.No {
		return
	}
	if g.Plans.Is == model.None {
		c.judge("", rule.At(g, "plans"), v.Vouched(g, "plans", g.Plans.Why.Evidence()), v.AnnualPlansOf(g))
	}
	if g.Agreements.Is == model.None {
		c.judge("", rule.At(g, "agreements"), v.Vouched(g, "agreements", g.Agreements.Why.Evidence()), v.AgreementsOf(g))
	}
	if g.Seats.Is == model.None {
		c.judge("seats", rule.At(g, "seats"), v.Vouched(g, "seats", g.Seats.Why.Evidence()), v.MembersOf(g.Ref))
	}
	if exist, said := g.LocalGroups.V.Exist.Get(); g.LocalGroups.Is == model.None || said && !exist {
		known := v.Vouched(g, "local_groups", g.LocalGroups.Why.Evidence(), &g.LocalGroups.V.Evidence)
		c.judge("", rule.At(g, "local_groups"), known, v.LocalGroupsOf(g))
	}
	for _, s := range v.Seats(g) {
		if s.Seat.Holder.Is == model.None {
			c.seat = string(s.Seat.ID.V)
			c.judge("holder", seatPlace(s, "holder"), s.Holds, v.HoldersAt(s))
		}
	}
}

// judge compares a none that stands at a place, and holds as certainly as known
// says, with the records that show the contrary. how is the variant of the
// message.
func (c contradictions) judge(how string, place rule.Place, known truth.Value, records []registry.RecordAt) {
	if !c.r.Applies(known) {
		return
	}
	contrary := truth.No
	for _, other := range records {
		contrary = truth.Or(contrary, other.Holds)
		if other.Holds != truth.Yes {
			continue
		}
		f := rule.FoundAs(how, place, text.Args{"field": attribute(place.Path), "record": phrase.Name(c.v, other.Ref), "seat": c.seat})
		if found, ok := c.v.Record(other.Ref); ok {
			f.Related = append(f.Related, rule.Beside(rule.At(found), "posten som finns", "the record that exists"))
		}
		c.r.Violated(f)
		return
	}
	c.r.Judge(contrary.Not(), nil)
}
