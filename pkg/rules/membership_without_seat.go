package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var membershipWithoutSeat = Rule{
	Spec: &rule.Spec{
		ID: "membership-without-seat", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett aktuellt uppdrag i en grupp som har platser anger vilken plats det gäller.",
			En: "A current membership of a group that has seats says which seat it is for.",
		},
		Why: text.Both{
			Sv: "Utan plats går det inte att se om en plats är tillsatt, och personen räknas inte som en roll.",
			En: "Without a seat nobody can see whether a seat is filled, and the person does not count as a role.",
		},
		Remedy:   text.Both{Sv: "Ange seat, seat: unknown om källan inte säger vilken, eller lägg till platsen i gruppen.", En: "Give seat, seat: unknown if the source does not say which, or add the seat to the group."},
		Messages: map[string]text.Both{"": {Sv: "uppdraget i {group} anger ingen plats", En: "the membership of {group} names no seat"}},
		Cites:    []rule.Cite{{Source: "rapport-2022", Section: "2", Line: 101, Says: "ca 90-100 roller"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Groups {
			if len(v.Seats(g)) == 0 {
				continue
			}
			for _, m := range v.Memberships(g.Ref) {
				sits := v.Sits(m)
				switch {
				case sits == truth.No:
				case sits == truth.CannotTell || m.Membership.Seat.Is == model.Unknown:
					r.CannotTell()
				case m.Membership.Seat.Is == model.Given || m.Membership.Seat.Is == model.NotApplicable:
					r.Holds()
				default:
					r.Violated(rule.Found(membership(m, "group"), text.Args{"group": phrase.Both(v.ShortName(g))}))
				}
			}
		}
	},
}
