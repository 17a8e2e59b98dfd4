package registry

import (
	"math"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func municipalities(v *View, _ Scope) (m Measure) {
	m.Complete = truth.CannotTell
	for _, o := range v.Municipalities() {
		m.add(o.Ref, v.HasEnded(o).Not(), 1, 1)
	}
	for _, o := range v.MaybeMunicipalities() {
		m.add(o.Ref, truth.CannotTell, 1, 1)
	}
	if n, ok := v.Manifest.County.V.Municipalities.Get(); ok {
		m.Complete = truth.Of(int(m.Max) == n)
	}
	return m
}

// Represented returns the municipalities that some seat in a scope, or some
// member without a seat, speaks for, with how certain that is, and how many
// seats each has for certain.
func (v *View) Represented(s Scope) (certain map[model.Ref]truth.Value, seats map[model.Ref]int, complete truth.Value) {
	r := v.represented(s)
	return r.certain, r.seats, r.complete
}

// representation is which municipalities a scope hears.
type representation struct {
	certain  map[model.Ref]truth.Value
	seats    map[model.Ref]int
	complete truth.Value
	by       map[model.Ref][]CoverAt // the groups that hear each
	// unknown are the seats that speak for somebody whom the source does not
	// name, and most how many municipalities they may add.
	unknown []model.Ref
	most    float64
}

func (v *View) represented(s Scope) *representation {
	r := &representation{certain: map[model.Ref]truth.Value{}, seats: map[model.Ref]int{}, by: map[model.Ref][]CoverAt{}}
	note := func(g *model.Group, ref model.Ref, how truth.Value, seats float64) {
		o, ok := v.Organization(ref)
		if !ok || o.Type.V != model.Municipality {
			return
		}
		r.by[o.Ref] = append(r.by[o.Ref], CoverAt{g, how})
		if old, known := r.certain[o.Ref]; known {
			how = truth.Or(old, how)
		}
		r.certain[o.Ref] = how
		r.seats[o.Ref] += int(seats)
	}
	r.complete = v.eachSeat(s, func(g GroupAt, seat SeatAt, how truth.Value) {
		sure := 0.0
		if how == truth.Yes {
			sure = seat.Min
		}
		for _, ref := range seat.Seat.Represents.All() {
			note(g.Group, ref, how, sure)
		}
		if seat.Seat.Represents.Open() && (seat.Side == model.Municipal || seat.Side == "") {
			r.unknown = append(r.unknown, seatRef(seat))
			r.most += seat.Max
		}
		for _, holder := range v.Holders(seat.Group.Ref, seat.Seat.ID.V) {
			if ref, ok := holder.Membership.OnBehalfOf.Get(); ok {
				note(g.Group, ref, truth.And(how, v.Sits(holder)), 0)
			}
		}
	})
	for _, g := range v.InScope(s.Groups) {
		for _, m := range v.Memberships(g.Group.Ref) {
			if ref, ok := m.Membership.OnBehalfOf.Get(); ok && !m.Membership.Seat.Given() && v.Counts(m) {
				note(g.Group, ref, truth.And(g.Lives, v.Sits(m)), 0)
			}
		}
	}
	return r
}

// municipalitiesRepresented counts the municipalities that are heard. A seat
// for somebody whom the source does not name may add any of the others.
func municipalitiesRepresented(v *View, s Scope) (m Measure) {
	r := v.represented(s)
	m.Complete = r.complete
	silent := 0.0
	for _, o := range v.Municipalities() {
		how, ok := r.certain[o.Ref]
		if !ok || how == truth.No {
			silent++
			continue
		}
		m.add(o.Ref, truth.And(how, v.HasEnded(o).Not()), 1, 1)
	}
	for _, o := range v.MaybeMunicipalities() {
		m.add(o.Ref, truth.CannotTell, 1, 1)
	}
	m.Max += math.Min(silent, r.most)
	m.Undecided = append(m.Undecided, r.unknown...)
	return m
}

// peopleInSeveralGroups counts those who have a role in more than one group.
func peopleInSeveralGroups(v *View, s Scope) (m Measure) {
	m.Complete = v.GroupsComplete()
	lives := map[string]truth.Value{}
	for _, g := range v.InScope(s.Groups) {
		lives[g.Group.Ref.ID] = g.Lives
		m.Complete = truth.And(m.Complete, v.MembershipsComplete(g.Group))
	}
	for _, p := range v.Representatives {
		in := map[string]truth.Value{}
		for i, ms := range p.Memberships.Pointers() {
			id := ms.Group.V.ID
			seating := Seating{p, ms, i}
			alive, inScope := lives[id]
			if !inScope || !v.Counts(seating) {
				continue
			}
			sits := truth.And(alive, v.Sits(seating))
			if old, known := in[id]; known {
				sits = truth.Or(old, sits)
			}
			in[id] = sits
		}
		var groups truth.Count
		for _, sits := range in {
			groups.Add(sits)
		}
		m.add(p.Ref, groups.AtLeast(2), 1, 1)
	}
	return m
}
