package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var membershipWithinLife = Rule{
	Spec: &rule.Spec{
		ID: "membership-within-life", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett uppdrag ligger inom den tid då gruppen och platsen finns.",
			En: "A membership lies within the time in which the group and the seat exist.",
		},
		Why: text.Both{
			Sv: "Ingen kan ha en plats i en grupp som inte har börjat, eller på en plats som har upphört. Felet ges bara när dagarna säkert går isär.",
			En: "Nobody can sit in a group that has not begun, or on a seat that has ended. The error is given only where the days differ for certain.",
		},
		Remedy: text.Both{Sv: "Rätta uppdragets dagar, eller gruppens eller platsens.", En: "Correct the days of the membership, or those of the group or the seat."},
		Messages: map[string]text.Both{
			"early": {Sv: "uppdraget börjar {from}, men {what} finns först {begin}", En: "the membership begins {from}, but {what} begins only {begin}"},
			"late":  {Sv: "uppdraget slutar {until}, men {what} upphörde {end}", En: "the membership ends {until}, but {what} ended {end}"},
			"after": {Sv: "uppdraget börjar {from}, men {what} upphörde {end}", En: "the membership begins {from}, but {what} ended {end}"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "7.1", Line: 548, Says: "Det gemensamma sekretariatet tillträder under första kvartalet 2023."}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Groups {
			life := v.Life(g)
			for _, m := range v.Memberships(g.Ref) {
				from, until := m.Membership.From, m.Membership.Until
				if !from.Given() && !until.Given() {
					continue
				}
				group := text.Both{Sv: "gruppen", En: "the group"}
				f := outside(m, from.V, until.V, life, group)
				if seat, ok := v.SeatOf(m); ok && f == nil {
					span := edtf.Period{From: seat.From.V, Until: seat.Until.V}
					f = outside(m, from.V, until.V, span, text.Both{Sv: "platsen", En: "the seat"})
				}
				if f != nil {
					r.Violated(f)
					continue
				}
				r.Holds()
			}
		}
	},
}

// outside returns the finding for a membership that lies outside a period for
// certain, or nil.
func outside(m registry.Seating, from, until edtf.Date, life edtf.Period, what text.Both) *rule.Finding {
	if !life.From.IsZero() && !from.IsZero() && edtf.Before(from, life.From) == truth.Yes {
		return rule.FoundAs("early", membership(m, "from"), text.Args{"from": from, "what": what, "begin": life.From})
	}
	if !life.Until.IsZero() && !until.IsZero() && edtf.Before(life.Until, until) == truth.Yes {
		return rule.FoundAs("late", membership(m, "until"), text.Args{"until": until, "what": what, "end": life.Until})
	}
	if !life.Until.IsZero() && !from.IsZero() && edtf.Before(life.Until, from) == truth.Yes {
		return rule.FoundAs("after", membership(m, "from"), text.Args{"from": from, "what": what, "end": life.Until})
	}
	return nil
}
