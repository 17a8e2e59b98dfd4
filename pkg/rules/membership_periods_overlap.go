package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var membershipPeriodsOverlap = Rule{
	Spec: &rule.Spec{
		ID: "membership-periods-overlap", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Samma person har inte samma plats två gånger samtidigt.",
			En: "The same person does not hold the same seat twice at once.",
		},
		Why: text.Both{
			Sv: "Ett uppdrag är en obruten period. Två perioder som säkert överlappar är samma uppdrag skrivet två gånger.",
			En: "A membership is one unbroken period. Two periods that overlap for certain are one membership written twice.",
		},
		Remedy:   text.Both{Sv: "Slå ihop de två, eller rätta dagarna.", En: "Make the two one, or correct the days."},
		Messages: map[string]text.Both{"": {Sv: "uppdraget på platsen {seat} i {group} överlappar ett annat av samma person", En: "the membership of the seat {seat} of {group} overlaps another of the same person"}},
		Cites:    []rule.Cite{{Section: "Popolo, Membership"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, p := range v.Representatives {
			var earlier []registry.Seating
			for i, m := range p.Memberships.Pointers() {
				s := registry.Seating{Representative: p, Membership: m, Index: i}
				if m.Seat.Given() {
					judgeOverlap(v, r, s, earlier)
					earlier = append(earlier, s)
				}
			}
		}
	},
}

func judgeOverlap(v *registry.View, r *rule.Report, s registry.Seating, earlier []registry.Seating) {
	for _, other := range earlier {
		if other.Membership.Group.V != s.Membership.Group.V || other.Membership.Seat.V != s.Membership.Seat.V {
			continue
		}
		if edtf.Overlap(certain(s.Membership), certain(other.Membership)) == truth.Yes || bothSit(v, s, other) {
			f := rule.Found(membership(s), text.Args{"seat": string(s.Membership.Seat.V), "group": phrase.Name(v, s.Membership.Group.V)})
			f.Related = []rule.Related{{Place: membership(other), Message: text.Both{Sv: "det andra uppdraget", En: "the other membership"}}}
			r.Violated(f)
			return
		}
	}
	r.Holds()
}

// bothSit reports whether two memberships are held for certain on the first day
// of one of them: one that nobody has ended goes on when the next begins.
func bothSit(v *registry.View, s, other registry.Seating) bool {
	for _, m := range []*model.Membership{s.Membership, other.Membership} {
		from, ok := m.From.Get()
		if !ok || from.Latest().IsOpen() {
			continue
		}
		on := v.On(from.Latest())
		if on.Sits(s) == truth.Yes && on.Sits(other) == truth.Yes {
			return true
		}
	}
	return false
}

// certain is the period of a membership as far as it is written: a day that is
// missing may be any day.
func certain(m *model.Membership) edtf.Period {
	open := edtf.Between(edtf.Past, edtf.Future)
	p := edtf.Period{From: m.From.V, Until: m.Until.V}
	if !m.From.Given() {
		p.From = open
	}
	if !m.Until.Given() {
		p.Until = open
		if m.From.Given() { // it lasted at least its first day
			p.Until = edtf.Between(m.From.V.Earliest(), edtf.Future)
		}
	}
	return p
}
