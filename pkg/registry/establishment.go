package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// ConsultationGroupRecords returns the consultation groups, by id, whatever
// their status.
func (r *Registry) ConsultationGroupRecords() []*model.Group {
	var out []*model.Group
	for _, g := range r.Groups {
		if g.Type.V == model.ConsultationGroup {
			out = append(out, g)
		}
	}
	return out
}

// EstablishedBy returns the day on which a group was first established, and the
// history entry that says so. ok is false where no day is written.
func (v *View) EstablishedBy(g *model.Group) (date edtf.Date, index int, ok bool) {
	for i, m := range g.History.Pointers() {
		if m.Status.V != model.Established && m.Status.V != model.Active || !m.Date.Given() || v.reached(g, m) == truth.No {
			continue
		}
		if !ok || edtf.Order(m.Date.V, date) < 0 {
			date, index, ok = m.Date.V, i, true
		}
	}
	return date, index, ok
}

// HasReached tells whether a group had reached the status of an entry of its
// history by the view's day.
func (v *View) HasReached(g *model.Group, m *model.Milestone) truth.Value { return v.reached(g, m) }

// Office returns the group that is the process office.
func (r *Registry) Office() (*model.Group, bool) {
	ref, ok := r.Manifest.ProcessOffice.Get()
	if !ok {
		return nil, false
	}
	return r.Group(ref)
}

// TermsInEffect tells whether a group has terms of reference that are in effect
// at the view's day. Terms whose decision is only proposed are not.
func (v *View) TermsInEffect(g *model.Group) truth.Value {
	terms := &g.TermsOfReference
	switch {
	case terms.Is == model.None || terms.V.Text.Is == model.None:
		return truth.No
	case terms.Is != model.Given:
		return truth.CannotTell
	}
	return v.runs(model.Span{}, terms.V.Decision, Citations(g, &terms.V.Evidence, "terms_of_reference"), Changing)
}

// RoleFilled tells whether a group has a seat of a role that somebody holds at
// the view's day.
func (v *View) RoleFilled(g *model.Group, role model.Word) truth.Value {
	if g.Seats.Is == model.None {
		return truth.No
	}
	filled := truth.No
	if g.Seats.Is != model.Given || g.Seats.Open() || v.SeatsComplete(g) != truth.Yes {
		filled = truth.CannotTell
	}
	for _, s := range v.Seats(g) {
		if s.Seat.Role.V == role {
			filled = truth.Or(filled, truth.And(s.Holds, v.Vacant(s).Not()))
		}
	}
	return filled
}

// Tally is how many seats there are for certain, and at most.
type Tally struct{ Min, Max float64 }

// Tallied counts the seats of a group that meet a condition at the view's day.
// Where the seats are not said to be complete there may be any number more,
// which Max does not count.
func (v *View) Tallied(g *model.Group, meets func(SeatAt) truth.Value) (t Tally) {
	for _, s := range v.Seats(g) {
		switch truth.And(s.Holds, meets(s)) {
		case truth.Yes:
			t.Min += s.Min
			t.Max += s.Max
		case truth.CannotTell:
			t.Max += s.Max
		}
	}
	return t
}

// Within tells whether a number of seats lies within bounds, both included.
// complete tells whether the seats counted are all there are.
func (t Tally) Within(least, most float64, complete truth.Value) truth.Value {
	switch {
	case t.Min > most:
		return truth.No
	case complete != truth.Yes:
		return truth.CannotTell
	case t.Max < least:
		return truth.No
	case t.Min >= least && t.Max <= most:
		return truth.Yes
	}
	return truth.CannotTell
}

// AllSeats tells whether the seats of a group that the registry holds at the
// view's day are all there are.
func (v *View) AllSeats(g *model.Group) truth.Value {
	switch {
	case g.Seats.Is == model.None:
		return truth.Yes
	case g.Seats.Is != model.Given || g.Seats.Open():
		return truth.CannotTell
	}
	return v.SeatsComplete(g)
}
