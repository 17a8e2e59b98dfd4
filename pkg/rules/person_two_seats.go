package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var personTwoSeats = Rule{
	Spec: &rule.Spec{
		ID: "person-two-seats", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En person har inte två ordinarie platser i samma grupp.",
			En: "A person does not hold two ordinary seats of one group.",
		},
		Why: text.Both{
			Sv: "Då räknas en person som två roller. Den som är ordförande har ordförandens plats och ingen mer.",
			En: "One person then counts as two roles. Whoever is chair holds the seat of the chair and no other.",
		},
		Remedy:   text.Both{Sv: "Behåll en av platserna, eller avsluta det ena uppdraget.", En: "Keep one of the seats, or end one of the memberships."},
		Messages: map[string]text.Both{"": {Sv: "{name} har platserna {one} och {two} i {group}", En: "{name} holds the seats {one} and {two} of {group}"}},
		Cites:    []rule.Cite{{Source: "rapport-2022", Section: "2", Line: 101, Says: "ca 90-100 roller"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, p := range v.Representatives {
			first := map[model.Ref]registry.Seating{}
			for i, m := range p.Memberships.Pointers() {
				s := registry.Seating{Representative: p, Membership: m, Index: i}
				seat, ok := v.SeatOf(s)
				sits := v.Sits(s)
				if !ok || !(registry.SeatAt{Seat: seat}).Counts() || sits == truth.No {
					continue
				}
				other, twice := first[m.Group.V]
				if !twice {
					first[m.Group.V] = s
					r.Holds()
					continue
				}
				if other.Membership.Seat.V == m.Seat.V {
					continue // told of by another rule
				}
				r.Judge(truth.And(sits, v.Sits(other)).Not(), func() *rule.Finding {
					f := rule.Found(membership(s, "seat"), text.Args{
						"name": phrase.Both(v.Name(p)), "one": string(other.Membership.Seat.V), "two": string(m.Seat.V), "group": phrase.Name(v, m.Group.V),
					})
					f.Related = []rule.Related{{Place: membership(other, "seat"), Message: text.Both{Sv: "den andra platsen", En: "the other seat"}}}
					return f
				})
			}
		}
	},
}
