package rules

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var seatHolderInTerm = Rule{
	Spec: &rule.Spec{
		ID: "seat-holder-in-term", Number: "R070", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En plats har inte fler innehavare samtidigt än den rymmer.",
			En: "A seat does not have more holders at once than it has room for.",
		},
		Why: text.Both{
			Sv: "När någon byts ut ska den förras uppdrag ha en sista dag. Annars räknas två personer på samma plats, och ingen vet vem som företräder kommunen. Felet ges bara när uppdragen säkert överlappar. En plats rymmer en person om inte count säger något annat.",
			En: "When somebody is replaced, the membership of the other needs a last day. Otherwise two people count on one seat, and nobody knows who represents the municipality. The error is given only where the memberships overlap for certain. A seat has room for one person unless count says otherwise.",
		},
		Remedy:   text.Both{Sv: "Ange until för det uppdrag som har upphört, eller count om platsen är för flera.", En: "Give until of the membership that has ended, or count if the seat is for several."},
		Messages: map[string]text.Both{"": {Sv: "platsen {seat} i {group} rymmer {room|en person|# personer}, men {n} har den {day}", En: "the seat {seat} of {group} has room for {room|one person|# people}, but {n} hold it on {day}"}},
		Cites:    []rule.Cite{{Source: "rapport-2022", Section: "2.2", Line: 213, Says: "Avstannat arbete på grund av många rollbyte etc."}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Groups {
			for _, s := range g.Seats.Pointers() {
				if s.Count.Is == model.Unknown {
					r.CannotTell()
					continue
				}
				judgeHolders(v, r, g, s)
			}
		}
	},
}

// judgeHolders counts a seat, and reports it if more people than it has room
// for hold it for certain on the day when some membership begins.
func judgeHolders(v *registry.View, r *rule.Report, g *model.Group, s *model.Seat) {
	room := 1
	if s.Count.Given() {
		room = int(s.Count.V.Max)
	}
	holders := v.Holders(g.Ref, s.ID.V)
	if len(holders) <= room {
		r.Holds()
		return
	}
	for _, h := range holders {
		from, ok := h.Membership.From.Get()
		if !ok || from.Latest().IsOpen() {
			continue
		}
		var at []registry.Seating
		for _, other := range holders {
			// One person twice in a seat is told of by membership-periods-overlap.
			same := func(s registry.Seating) bool { return s.Representative == other.Representative }
			if v.On(from.Latest()).Sits(other) == truth.Yes && !slices.ContainsFunc(at, same) {
				at = append(at, other)
			}
		}
		if len(at) <= room {
			continue
		}
		f := rule.Found(membership(h), text.Args{"seat": string(s.ID.V), "group": phrase.Both(v.ShortName(g)), "room": room, "n": len(at), "day": edtf.OfDay(from.Latest())}, g.Ref.ID, string(s.ID.V))
		for _, other := range at {
			if other != h {
				f.Related = append(f.Related, rule.Related{Place: membership(other), Message: text.Both{Sv: "har också platsen", En: "holds the seat too"}})
			}
		}
		r.Violated(f)
		return
	}
	r.Holds()
}

// membership is the place of a membership in the representative's file.
func membership(s registry.Seating, parts ...any) rule.Place {
	return rule.At(s.Representative, append([]any{"memberships", s.Index}, parts...)...)
}
