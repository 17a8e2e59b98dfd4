package registry

import (
	"math"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Heard is a group in which a municipality is heard: a seat, or a member without
// one, speaks for it.
type Heard struct {
	Group *model.Group
	Holds truth.Value // never No
	// Min and Max are how many seats of the group are for the municipality; Max is
	// +Inf where the number is not known.
	Min, Max float64
}

// Representation is which municipalities a scope hears.
type Representation struct {
	By map[model.Ref][]Heard // the groups that hear each, in their order
	// Unnamed are the seats that speak for somebody whom the source does not name,
	// as group/ID#seat, and Most how many municipalities they may add.
	Unnamed  []model.Ref
	Most     float64
	Complete truth.Value // whether the groups and their seats are said to be all there are
}

// Of is in how many seats a municipality is heard, and how certain it is that it
// is heard at all. That it is not proves nothing unless Complete is Yes.
func (r *Representation) Of(municipality model.Ref) (all Heard) {
	all.Holds = truth.No
	for _, h := range r.By[municipality] {
		all.Holds = truth.Or(all.Holds, h.Holds)
		all.Min, all.Max = all.Min+h.Min, all.Max+h.Max
	}
	return all
}

// Represented returns the municipalities that some seat in a scope, or some
// member without a seat, speaks for, with how certain that is, and how many
// seats each has for certain.
func (v *View) Represented(s Scope) (certain map[model.Ref]truth.Value, seats map[model.Ref]int, complete truth.Value) {
	r := v.Representation(s)
	certain, seats = map[model.Ref]truth.Value{}, map[model.Ref]int{}
	for ref := range r.By {
		all := r.Of(ref)
		certain[ref], seats[ref] = all.Holds, int(all.Min)
	}
	return certain, seats, r.Complete
}

// Representation tells which municipalities some seat in a scope, or some member
// without a seat, speaks for at the view's day, and in which groups.
func (v *View) Representation(s Scope) *Representation {
	r := &Representation{By: map[model.Ref][]Heard{}}
	r.Complete = v.eachSeat(s, func(g GroupAt, seat SeatAt, how truth.Value) {
		for _, ref := range seat.Seat.Represents.All() {
			v.hear(r, ref, Heard{g.Group, how, seat.Min, seat.Max})
		}
		if seat.Seat.Represents.Open() && (seat.Side == model.Municipal || seat.Side == "") {
			r.Unnamed = append(r.Unnamed, seatRef(seat))
			r.Most += seat.Max
		}
		for _, holder := range v.Holders(seat.Group.Ref, seat.Seat.ID.V) {
			if ref, ok := holder.Membership.OnBehalfOf.Get(); ok {
				v.hear(r, ref, Heard{Group: g.Group, Holds: truth.And(how, v.Sits(holder))})
			}
		}
	})
	groups, _ := v.groupsOf(s)
	for _, g := range groups {
		for _, m := range v.Memberships(g.Group.Ref) {
			if ref, ok := m.Membership.OnBehalfOf.Get(); ok && !m.Membership.Seat.Given() && v.Counts(m) {
				v.hear(r, ref, Heard{Group: g.Group, Holds: truth.And(g.Lives, v.Sits(m))})
			}
		}
	}
	return r
}

// hear notes that a municipality is heard in a group. Of a seat that is not
// certain there may be none.
func (v *View) hear(r *Representation, ref model.Ref, h Heard) {
	o, ok := v.Organization(ref)
	if !ok || o.Type.V != model.Municipality || h.Holds == truth.No {
		return
	}
	if h.Holds == truth.CannotTell {
		h.Min = 0
	}
	by := r.By[o.Ref]
	for i := range by {
		if by[i].Group == h.Group {
			by[i].Holds = truth.Or(by[i].Holds, h.Holds)
			by[i].Min, by[i].Max = by[i].Min+h.Min, by[i].Max+h.Max
			return
		}
	}
	r.By[o.Ref] = append(by, h)
}

// municipalitiesRepresented counts the municipalities that are heard. A seat
// for somebody whom the source does not name may add any of the others.
func municipalitiesRepresented(v *View, s Scope) (m Measure) {
	r := v.Representation(s)
	m.Complete = r.Complete
	silent := 0.0
	for _, o := range v.Municipalities() {
		how := r.Of(o.Ref).Holds
		if how == truth.No {
			silent++
			continue
		}
		m.add(o.Ref, truth.And(how, v.HasEnded(o).Not()), 1, 1)
	}
	for _, o := range v.MaybeMunicipalities() {
		m.add(o.Ref, truth.CannotTell, 1, 1)
	}
	m.Max += math.Min(silent, r.Most)
	m.Undecided = append(m.Undecided, r.Unnamed...)
	return m
}
