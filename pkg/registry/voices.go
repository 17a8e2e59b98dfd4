package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Voice is a seat of a group, or a membership without one, that speaks for an
// organization.
type Voice struct {
	Group   *model.Group
	Seat    *SeatAt  // nil for a membership without a seat
	Seating *Seating // the membership, where it is that which speaks for it; else nil
	// Through is whom it is for where that is not the organization itself: a part
	// of it, its subregion, or a collective that holds it.
	Through model.Ref
	Holds   truth.Value
}

// Own reports whether a voice is the organization's own, or that of a part of it.
func (v *View) Own(voice Voice, o *model.Organization) bool {
	return voice.Through.IsZero() || slices.Contains(v.upwards(voice.Through), o.Ref)
}

// Voices returns all that may speak for an organization at the view's day, by
// group. That there is none proves nothing unless the seats are complete.
func (v *View) Voices(o *model.Organization) []Voice {
	var out []Voice
	for _, g := range v.Groups {
		out = append(out, v.VoicesIn(g, o)...)
	}
	return out
}

// VoicesIn is Voices in one group.
func (v *View) VoicesIn(g *model.Group, o *model.Organization) []Voice {
	lives := v.Lives(g)
	if lives == truth.No {
		return nil
	}
	var out []Voice
	add := func(voice Voice, of []model.Ref, certain truth.Value) bool {
		for _, ref := range of {
			said, through := v.speaksFor(ref, o)
			if holds := truth.And(lives, certain, said); holds != truth.No {
				voice.Group, voice.Through, voice.Holds = g, through, holds
				out = append(out, voice)
				return true
			}
		}
		return false
	}
	for _, s := range v.Seats(g) {
		if add(Voice{Seat: &s}, s.Seat.Represents.Values(), s.Holds) {
			continue
		}
		for _, h := range v.Holders(g.Ref, s.Seat.ID.V) {
			if h.Membership.OnBehalfOf.Given() {
				add(Voice{Seat: &s, Seating: &h}, []model.Ref{h.Membership.OnBehalfOf.V}, truth.And(s.Holds, v.Sits(h)))
			}
		}
	}
	for _, m := range v.Memberships(g.Ref) {
		if m.Membership.OnBehalfOf.Given() && !m.Membership.Seat.Given() {
			add(Voice{Seating: &m}, []model.Ref{m.Membership.OnBehalfOf.V}, v.Sits(m))
		}
	}
	return out
}

// speaksFor tells whether who speaks for a reference speaks for an organization
// too, and through what: itself, a part of it, its subregion, or a collective.
func (v *View) speaksFor(ref model.Ref, o *model.Organization) (holds truth.Value, through model.Ref) {
	ref = ref.Record()
	if now, ok := v.Organization(ref); ok {
		ref = now.Ref
	}
	switch {
	case ref == o.Ref:
		return truth.Yes, model.Ref{}
	case ref.Kind == model.Subregion:
		return fits(o.Subregion, func(t model.Term) bool { return string(t) == ref.ID }), ref
	case slices.Contains(v.upwards(ref), o.Ref):
		return truth.Yes, ref
	case !v.via(ref).IsZero():
		members, _ := v.Expand(ref)
		for _, m := range members {
			if m.Organization == o.Ref {
				return m.Holds, ref
			}
		}
	}
	return truth.No, model.Ref{}
}
