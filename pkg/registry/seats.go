package registry

import (
	"math"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

type seatKey struct{ group, seat string }

// Seating is one membership of a representative.
type Seating struct {
	Representative *model.Representative
	Membership     *model.Membership
	Index          int // position in the representative's memberships
}

func (r *Registry) indexMemberships() {
	r.seatings, r.members = map[seatKey][]Seating{}, map[string][]Seating{}
	for _, p := range r.Representatives {
		for i, m := range p.Memberships.Pointers() {
			group, ok := m.Group.Get()
			if !ok {
				continue
			}
			s := Seating{p, m, i}
			r.members[group.ID] = append(r.members[group.ID], s)
			if seat, ok := m.Seat.Get(); ok {
				k := seatKey{group.ID, string(seat)}
				r.seatings[k] = append(r.seatings[k], s)
			}
		}
	}
}

// Memberships returns the memberships in a group, past and future ones too.
func (r *Registry) Memberships(group model.Ref) []Seating { return r.members[group.ID] }

// Holders returns the memberships of a seat, past and future ones too.
func (r *Registry) Holders(group model.Ref, seat model.Slug) []Seating {
	return r.seatings[seatKey{group.ID, string(seat)}]
}

// Sits tells whether a membership holds at the view's day.
func (v *View) Sits(s Seating) truth.Value {
	return v.Holds(s.Membership.Span, Citations(s.Representative, &s.Membership.Evidence, "memberships"), Changing)
}

// SeatAt is a seat of a group at the view's day.
type SeatAt struct {
	Group *model.Group
	Seat  *model.Seat
	Index int         // position in the group's seats
	Holds truth.Value // whether the seat exists at the day
	// Min and Max are how many such seats there are; Max is +Inf where the
	// number is not known.
	Min, Max float64
	Side     model.Word // "" where it is not known
}

// Seats returns the seats of a group that may exist at the view's day.
func (v *View) Seats(g *model.Group) []SeatAt {
	var out []SeatAt
	for i, s := range g.Seats.Pointers() {
		at := SeatAt{Group: g, Seat: s, Index: i, Min: 1, Max: 1, Side: s.Side.V}
		at.Holds = v.Holds(s.Span, Citations(g, &s.Evidence, "seats"), Changing)
		if s.Decision.Is != model.Absent {
			at.Holds = truth.And(at.Holds, v.InEffect(s.Decision, s.From))
		}
		if at.Holds == truth.No {
			continue
		}
		switch s.Count.Is {
		case model.Given:
			at.Min, at.Max = s.Count.V.Min, s.Count.V.Max
		case model.Unknown:
			at.Max = math.Inf(1)
		}
		if at.Side == "" {
			at.Side = v.sideOfSeat(s)
		}
		out = append(out, at)
	}
	return out
}

func (v *View) sideOfSeat(s *model.Seat) model.Word {
	side := model.Word("")
	for _, ref := range s.Represents.All() {
		found := v.Side(ref)
		if ref.Kind == model.Subregion {
			found = model.Municipal
		}
		if side != "" && found != side {
			return ""
		}
		side = found
	}
	return side
}

// Counts reports whether a seat is one of the roles of the metrics: a chair,
// a member or a process lead. Adjuncts, substitutes, secretaries and the seats
// of the process office are outside.
func (s SeatAt) Counts() bool {
	switch s.Seat.Role.V {
	case model.Adjunct, model.Substitute, model.Secretary, model.CoreRole, model.Node:
		return false
	}
	return true
}

// SpeaksFor returns whom a membership speaks for: its own on_behalf_of, else
// what its seat represents.
func (v *View) SpeaksFor(s Seating) []model.Ref {
	if ref, ok := s.Membership.OnBehalfOf.Get(); ok {
		return []model.Ref{ref}
	}
	if seat, ok := v.SeatOf(s); ok {
		return seat.Represents.Values()
	}
	return nil
}

// SeatOf returns the seat that a membership names.
func (r *Registry) SeatOf(s Seating) (*model.Seat, bool) {
	id, ok := s.Membership.Seat.Get()
	if !ok {
		return nil, false
	}
	g, ok := r.Group(s.Membership.Group.V)
	if !ok {
		return nil, false
	}
	for _, seat := range g.Seats.Pointers() {
		if seat.ID.V == id {
			return seat, true
		}
	}
	return nil, false
}
