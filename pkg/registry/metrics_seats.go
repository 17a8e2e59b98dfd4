package registry

import (
	"math"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// eachSeat visits the seats that count in a scope, and tells whether the seats
// of all its groups are said to be complete, and the groups themselves.
func (v *View) eachSeat(s Scope, visit func(GroupAt, SeatAt, truth.Value)) truth.Value {
	groups, complete := v.groupsOf(s)
	for _, g := range groups {
		complete = truth.And(complete, v.SeatsComplete(g.Group))
		for _, seat := range v.Seats(g.Group) {
			if seat.Counts() {
				visit(g, seat, truth.And(g.Lives, seat.Holds))
			}
		}
	}
	return complete
}

// seatRef refers to a seat inside its group.
func seatRef(s SeatAt) model.Ref {
	ref := s.Group.Ref
	ref.Fragment = string(s.Seat.ID.V)
	return ref
}

// roles counts seats, each as many times as there are of it, and by side; the
// part without a side is the seats whose side is not known.
func roles(v *View, s Scope) (m Measure) {
	sides := map[model.Word]*Part{}
	m.Complete = v.eachSeat(s, func(_ GroupAt, seat SeatAt, certain truth.Value) {
		m.add(seatRef(seat), certain, seat.Min, seat.Max)
		p := sides[seat.Side]
		if p == nil {
			p = &Part{Side: seat.Side}
			sides[seat.Side] = p
		}
		p.Max += seat.Max
		if certain == truth.Yes {
			p.Min += seat.Min
		}
	})
	for _, side := range []model.Word{model.Region, model.Municipal, model.Other, ""} {
		if p := sides[side]; p != nil && p.Max > 0 {
			m.Parts = append(m.Parts, *p)
		}
	}
	return m
}

func rolesElected(v *View, s Scope) (m Measure) {
	m.Complete = v.eachSeat(s, func(_ GroupAt, seat SeatAt, certain truth.Value) {
		switch elected, known := seat.Seat.Elected.Get(); {
		case known && elected:
			m.add(seatRef(seat), certain, seat.Min, seat.Max)
		case seat.Seat.Elected.Is == model.Unknown:
			m.add(seatRef(seat), truth.CannotTell, seat.Min, seat.Max)
		}
	})
	return m
}

// Vacant tells whether a seat has nobody at the view's day. A membership
// outranks what the seat says of its holder. A seat that nobody is recorded
// on is vacant where the seat says so, or the memberships are said to be
// complete; otherwise nobody can tell.
func (v *View) Vacant(s SeatAt) truth.Value {
	held := truth.No
	for _, h := range v.Holders(s.Group.Ref, s.Seat.ID.V) {
		held = truth.Or(held, v.Sits(h))
	}
	switch {
	case held != truth.No:
		return held.Not()
	case s.Seat.VacantSince.Given():
		return s.Seat.VacantSince.V.Begun(v.Day)
	case s.Seat.Holder.Is == model.None:
		return truth.Yes
	case s.Seat.Holder.Is == model.Unknown:
		return truth.No
	}
	return v.MembershipsComplete(s.Group)
}

// vacancies counts the seats that nobody holds. Of a seat that there are
// several of and some are held, the others may be vacant, and are where the
// memberships are complete.
func vacancies(v *View, s Scope) (m Measure) {
	m.Complete = v.eachSeat(s, func(g GroupAt, seat SeatAt, certain truth.Value) {
		var sits truth.Count
		for _, h := range v.Holders(g.Group.Ref, seat.Seat.ID.V) {
			sits.Add(v.Sits(h))
		}
		if sits.Yes == 0 {
			m.add(seatRef(seat), truth.And(certain, v.Vacant(seat)), seat.Min, seat.Max)
			return
		}
		least, most := 0.0, math.Max(0, seat.Max-float64(sits.Yes))
		if v.MembershipsComplete(g.Group) == truth.Yes {
			least = math.Max(0, seat.Min-float64(sits.Yes+sits.CannotTell))
		}
		if most > 0 && seat.Seat.Holder.Is != model.Unknown {
			m.add(seatRef(seat), certain, least, most)
		}
	})
	return m
}

// balance is the region's share of the region's and the municipalities' seats.
// Seats whose side is not known may be either's. Where neither has a seat for
// certain there may be no share at all, and nothing bounds it.
func balance(v *View, s Scope) Measure {
	all := roles(v, s)
	var region, municipal, unknown Part
	for _, p := range all.Parts {
		switch p.Side {
		case model.Region:
			region = p
		case model.Municipal:
			municipal = p
		case "":
			unknown = p
		}
	}
	all.Parts = nil
	all.Min, all.Max = 0, 1
	if region.Min+municipal.Min > 0 {
		all.Min = share(region.Min, municipal.Max+unknown.Max)
		all.Max = share(region.Max+unknown.Max, municipal.Min)
	}
	return all
}

// share is a's part of a and b together.
func share(a, b float64) float64 {
	switch {
	case math.IsInf(b, 1), a == 0:
		return 0
	case math.IsInf(a, 1):
		return 1
	}
	return a / (a + b)
}
