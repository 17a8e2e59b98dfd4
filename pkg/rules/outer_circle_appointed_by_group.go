package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var outerCircleAppointedByGroup = Rule{
	Spec: &rule.Spec{
		ID: "outer-circle-appointed-by-group", Number: "R097", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En nod är utsedd av sin samrådsgrupp och sitter i den.",
			En: "A node is appointed by its consultation group and sits in it.",
		},
		Why: text.Both{
			Sv: "Noden talar för samrådsgruppen i processledningen, och det är gruppen som utser den. Regeln läser appointed_by på platsen, annars på uppdraget. Att en nod inte har något uppdrag i sin grupp är en upplysning: det är det vanliga, men krävs inte. Det går att avgöra först när gruppens uppdrag är fullständiga (complete.memberships).",
			En: "The node speaks for the consultation group in the process office, and it is the group that appoints it. The rule reads appointed_by of the seat, else of the membership. That a node has no membership of its group is only told: it is usual, but not required. It can be told only once the memberships of the group are complete (complete.memberships).",
		},
		Remedy: text.Both{
			Sv: "Låt samrådsgruppen utse noden, och rätta appointed_by efter källan.",
			En: "Let the consultation group appoint the node, and correct appointed_by from the source.",
		},
		Messages: map[string]text.Both{
			"":       {Sv: "noden för {group} är inte utsedd av gruppen", En: "the node of {group} is not appointed by the group"},
			"other":  {Sv: "noden för {group} är utsedd av {by}, inte av gruppen", En: "the node of {group} is appointed by {by}, not by the group"},
			"member": {Sv: "{person} är nod för {group} men sitter inte i gruppen", En: "{person} is a node of {group} but does not sit in the group"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.2", Line: 489, Says: "Respektive samrådsgrupp utser personer som är noder gentemot den inre kärnan."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		office, ok := v.Office()
		if !ok {
			return
		}
		for _, s := range v.Seats(office) {
			if s.Seat.Role.V != model.Node || !r.Applies(s.Holds) {
				continue
			}
			if len(s.Seat.Represents.Items) == 0 || s.Seat.Represents.Open() {
				r.CannotTell()
				continue
			}
			judgeNode(v, r, s)
		}
	},
}

func judgeNode(v *registry.View, r *rule.Report, s registry.SeatAt) {
	outcome := truth.Yes
	var found []*rule.Finding
	fail := func(how truth.Value, f func() *rule.Finding) {
		outcome = truth.And(outcome, how)
		if how == truth.No {
			found = append(found, f())
		}
	}
	for _, ref := range s.Seat.Represents.All() {
		g, ok := v.Group(ref)
		if !ok {
			continue
		}
		args := text.Args{"group": phrase.Both(v.ShortName(g))}
		fail(appointed(s.Seat.AppointedBy, g.Ref), func() *rule.Finding {
			return notAppointed(v, s.Seat.AppointedBy, seatPlace(s, "appointed_by"), args, g.Ref)
		})
		for _, h := range v.Holders(s.Group.Ref, s.Seat.ID.V) {
			if v.Sits(h) != truth.Yes {
				continue
			}
			if s.Seat.AppointedBy.Is == model.Absent {
				fail(appointed(h.Membership.AppointedBy, g.Ref), func() *rule.Finding {
					return notAppointed(v, h.Membership.AppointedBy, membership(h, "appointed_by"), args, g.Ref)
				})
			}
			fail(v.TakesPart(g, h.Representative.Ref), func() *rule.Finding {
				f := rule.FoundAs("member", membership(h), text.Args{"group": args["group"], "person": phrase.Name(v, h.Representative.Ref)}, g.Ref.ID)
				f.Severity = rule.Info
				return f
			})
		}
	}
	if len(found) > 0 {
		r.Violated(found...)
		return
	}
	r.Judge(outcome, nil)
}

// appointed tells whether somebody was appointed by a group.
func appointed(by model.Val[model.Ref], group model.Ref) truth.Value {
	switch by.Is {
	case model.Given:
		return truth.Of(by.V.Record() == group)
	case model.None:
		return truth.No
	}
	return truth.CannotTell
}

func notAppointed(v *registry.View, by model.Val[model.Ref], place rule.Place, args text.Args, group model.Ref) *rule.Finding {
	if !by.Given() {
		return rule.Found(place, args, group.ID)
	}
	return rule.FoundAs("other", place, text.Args{"group": args["group"], "by": phrase.Name(v, by.V)}, group.ID)
}
