package registry

import (
	"math"
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
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
	return v.runs(s.Membership.Span, s.Membership.Decision, Citations(s.Representative, &s.Membership.Evidence, "memberships"), Changing)
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
		at.Holds = v.runs(s.Span, s.Decision, Citations(g, &s.Evidence, "seats"), Changing)
		if at.Holds == truth.No {
			continue
		}
		switch s.Count.Is {
		case model.Given:
			at.Min, at.Max = s.Count.V.Min, s.Count.V.Max
		case model.Unknown:
			at.Max = math.Inf(1)
		}
		if s.Side.Is == model.Absent || s.Side.Is == model.Unknown {
			at.Side = v.sideOfSeat(s)
		}
		out = append(out, at)
	}
	return out
}

// sideOfSeat is the common side of all that a seat represents; "" where it is
// not known.
func (v *View) sideOfSeat(s *model.Seat) model.Word {
	if s.Represents.Open() {
		return ""
	}
	return v.commonSide(s.Represents.Values())
}

// commonSide is the side that some parties share; "" where they do not.
func (v *View) commonSide(refs []model.Ref) model.Word {
	side := model.Word("")
	for _, ref := range refs {
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
func (s SeatAt) Counts() bool { return counts(s.Seat.Role.V) }

func counts(role model.Word) bool {
	switch role {
	case model.Adjunct, model.Substitute, model.Secretary, model.CoreRole, model.Node:
		return false
	}
	return true
}

// Counts reports whether a membership is one of the roles of the metrics, by
// the role of its seat or, without one, its own.
func (r *Registry) Counts(s Seating) bool {
	if seat, ok := r.SeatOf(s); ok {
		return counts(seat.Role.V)
	}
	return counts(s.Membership.Role.V)
}

// SpeaksFor returns whom a membership speaks for: its own on_behalf_of, else
// what its seat represents, else the organizations that the person may have a
// title in at the view's day.
func (v *View) SpeaksFor(s Seating) []model.Ref {
	if s.Membership.OnBehalfOf.Is != model.Absent {
		if ref, ok := s.Membership.OnBehalfOf.Get(); ok {
			return []model.Ref{ref}
		}
		return nil
	}
	if seat, ok := v.SeatOf(s); ok && seat.Represents.Is != model.Absent {
		return seat.Represents.Values()
	}
	var out []model.Ref
	for _, t := range s.Representative.Titles.All() {
		ref, ok := t.Organization.Get()
		if ok && !slices.Contains(out, ref) && v.Holds(t.Span, Citations(s.Representative, &t.Evidence, "titles"), Changing) != truth.No {
			out = append(out, ref)
		}
	}
	return out
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

// VacantSince is the day from which a vacant seat has had nobody: as the source
// says, else the day after its last holder's membership ended. It is zero where
// that is not known.
func (v *View) VacantSince(s SeatAt) edtf.Date {
	if since, ok := s.Seat.VacantSince.Get(); ok {
		return since
	}
	var last edtf.Date
	for _, h := range v.Holders(s.Group.Ref, s.Seat.ID.V) {
		until, ok := h.Membership.Until.Get()
		if ok && until.Ended(v.Day) == truth.Yes && (last.IsZero() || edtf.Order(last, until) < 0) {
			last = until
		}
	}
	if last.IsZero() || last.Latest().IsOpen() {
		return edtf.Date{}
	}
	return edtf.Between(last.Earliest()+1, last.Latest()+1)
}

// SideOfMembership is the side that a membership belongs to: that of its seat,
// else of whom it speaks for, else of the organization of a title; "" where
// that is not known.
func (v *View) SideOfMembership(s Seating) model.Word {
	if seat, ok := v.SeatOf(s); ok {
		if seat.Side.Given() {
			return seat.Side.V
		}
		if side := v.sideOfSeat(seat); side != "" {
			return side
		}
	}
	if ref, ok := s.Membership.OnBehalfOf.Get(); ok {
		if ref.Kind == model.Subregion {
			return model.Municipal
		}
		return v.Side(ref)
	}
	return v.SideOfPerson(s.Representative)
}

// SideOfPerson is the common side of the organizations of a person's titles at
// the view's day; "" where it is not known or they differ.
func (v *View) SideOfPerson(p *model.Representative) model.Word {
	side := model.Word("")
	for _, t := range p.Titles.All() {
		ref, ok := t.Organization.Get()
		if !ok || v.Holds(t.Span, Citations(p, &t.Evidence, "titles"), Changing) == truth.No {
			continue
		}
		found := v.Side(ref)
		if side != "" && found != side {
			return ""
		}
		side = found
	}
	return side
}
