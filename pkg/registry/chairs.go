package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// ChairSeats tells whether a group has a chair seat at the view's day, and
// whether one of them is filled. of are the organizations that may have one.
func (v *View) ChairSeats(g *model.Group) (seated, filled truth.Value, of []model.Ref) {
	seated = truth.No
	if g.Seats.Is != model.None && (g.Seats.Is != model.Given || g.Seats.Open() || v.SeatsComplete(g) != truth.Yes) {
		seated = truth.CannotTell
	}
	filled = seated
	for _, s := range v.Seats(g) {
		switch {
		case s.Seat.Role.V == model.Chair:
			seated = truth.Or(seated, s.Holds)
			filled = truth.Or(filled, truth.And(s.Holds, v.Vacant(s).Not()))
		case !s.Seat.Role.Given():
			seated, filled = truth.Or(seated, truth.CannotTell), truth.Or(filled, truth.CannotTell)
			continue
		default:
			continue
		}
		for _, ref := range s.Seat.Represents.All() {
			of = append(of, v.upwards(ref)...)
		}
	}
	return seated, filled, of
}

// upwards is an organization and those it is part of.
func (v *View) upwards(ref model.Ref) []model.Ref {
	chain := []model.Ref{ref.Record()}
	for {
		o, ok := v.Organization(chain[len(chain)-1])
		if !ok || !o.PartOf.Given() || slices.Contains(chain, o.PartOf.V.Record()) {
			return chain
		}
		chain = append(chain, o.PartOf.V.Record())
	}
}

// SideOfChair returns the side of whoever chaired a meeting; "" where it is
// not known, or somebody stood in for the chair.
func (v *View) SideOfChair(m *model.Meeting) model.Word {
	ref, ok := m.Chair.Get()
	if !ok || m.Acting.Given() || !m.Date.V.IsExact() {
		return ""
	}
	on := v.On(m.Date.V.Earliest())
	switch ref.Kind {
	case model.OrganizationKind:
		return v.Side(ref)
	case model.GroupKind:
		return on.sideOfSeatNamed(ref)
	case model.RepresentativeKind:
		return on.sideOfMember(ref, m.Group.V)
	}
	return ""
}

// sideOfSeatNamed is the side of the seat that group/ID#seat names.
func (v *View) sideOfSeatNamed(ref model.Ref) model.Word {
	g, ok := v.Group(ref)
	if !ok {
		return ""
	}
	for _, s := range v.Seats(g) {
		if string(s.Seat.ID.V) == ref.Fragment {
			return s.Side
		}
	}
	return ""
}

// sideOfMember is the side of a person in a group at the view's day.
func (v *View) sideOfMember(person, group model.Ref) model.Word {
	for _, s := range v.Memberships(group) {
		if s.Representative.Ref == person.Record() && v.Sits(s) == truth.Yes {
			return v.SideOfMembership(s)
		}
	}
	return ""
}
