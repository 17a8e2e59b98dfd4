package registry

import (
	"math"
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Measure is the value of a metric, or the bounds it lies within, and what it
// rests on. A metric never reads a reported figure.
type Measure struct {
	Min, Max  float64     // equal where the value is known; Max is +Inf where nothing bounds it
	Counted   []model.Ref // records that counted for certain
	Undecided []model.Ref // records that could not be decided
	Complete  truth.Value // whether the records are said to be all there are
	Parts     []Part      // the same by side or by group, for the metrics that divide
}

// Part is a share of a measure.
type Part struct {
	Of       model.Ref  // the group, or zero
	Side     model.Word // the side, or ""
	Min, Max float64
}

// Scope narrows a metric: to the groups that a term counts, and to agreements
// with or without supplements.
type Scope struct {
	Groups      model.Term
	Supplements model.Word // with-supplements (also when empty) or without-supplements
}

// metrics is every metric by its name.
var metrics = map[string]func(*View, Scope) Measure{
	"roles":                      roles,
	"roles-by-side":              roles,
	"roles-elected":              rolesElected,
	"municipalities":             municipalities,
	"municipalities-represented": municipalitiesRepresented,
	"people-in-several-groups":   peopleInSeveralGroups,
	"groups-in-scope":            groupsInScope,
	"agreements-in-force":        agreementsInForce,
	"agreements-listed":          agreementsListed,
	"agreements-by-group":        agreementsByGroup,
	"local-groups":               localGroups,
	"vacancies":                  vacancies,
	"adoptions":                  adoptions,
	"balance":                    balance,
	"meetings-held":              meetingsHeld,
}

// MetricNames returns the names of all metrics, sorted.
func MetricNames() []string {
	var names []string
	for name := range metrics {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Metric computes a metric at the view's day. ok is false for a name that is
// not a metric.
func (v *View) Metric(name string, s Scope) (m Measure, ok bool) {
	f, ok := metrics[name]
	if !ok {
		return m, false
	}
	return f(v, s), true
}

// add counts lo to hi for a record, by how certain it is.
func (m *Measure) add(ref model.Ref, certain truth.Value, lo, hi float64) {
	switch certain {
	case truth.Yes:
		m.Min, m.Max = m.Min+lo, m.Max+hi
		m.Counted = append(m.Counted, ref)
		if lo != hi {
			m.Undecided = append(m.Undecided, ref)
		}
	case truth.CannotTell:
		m.Max += hi
		m.Undecided = append(m.Undecided, ref)
	}
}

// eachSeat visits the seats that count in a scope, and tells whether the seats
// of all its groups are said to be complete.
func (v *View) eachSeat(s Scope, visit func(GroupAt, SeatAt, truth.Value)) truth.Value {
	complete := truth.Yes
	for _, g := range v.InScope(s.Groups) {
		complete = truth.And(complete, v.SeatsComplete(g.Group))
		for _, seat := range v.Seats(g.Group) {
			if seat.Counts() {
				visit(g, seat, truth.And(g.Lives, seat.Holds))
			}
		}
	}
	return complete
}

func seatRef(s SeatAt) model.Ref {
	ref := s.Group.Ref
	ref.Fragment = string(s.Seat.ID.V)
	return ref
}

func roles(v *View, s Scope) (m Measure) {
	sides := map[model.Word]*Part{}
	for _, side := range []model.Word{model.Region, model.Municipal, model.Other, ""} {
		sides[side] = &Part{Side: side}
	}
	m.Complete = v.eachSeat(s, func(_ GroupAt, seat SeatAt, certain truth.Value) {
		m.add(seatRef(seat), certain, seat.Min, seat.Max)
		if p := sides[seat.Side]; p != nil {
			p.Max += seat.Max
			if certain == truth.Yes {
				p.Min += seat.Min
			}
		}
	})
	for _, side := range []model.Word{model.Region, model.Municipal, model.Other, ""} {
		if sides[side].Max > 0 {
			m.Parts = append(m.Parts, *sides[side])
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

func municipalities(v *View, _ Scope) (m Measure) {
	m.Complete = truth.CannotTell
	for _, o := range v.Municipalities() {
		m.add(o.Ref, v.HasEnded(o).Not(), 1, 1)
	}
	if n, ok := v.Manifest.County.V.Municipalities.Get(); ok {
		m.Complete = truth.Of(int(m.Max) == n)
	}
	return m
}

// Represented returns the municipalities that some seat in a scope speaks for,
// with how certain that is, and how many seats each has for certain.
func (v *View) Represented(s Scope) (certain map[model.Ref]truth.Value, seats map[model.Ref]int, complete truth.Value) {
	certain, seats = map[model.Ref]truth.Value{}, map[model.Ref]int{}
	note := func(ref model.Ref, how truth.Value) {
		if o, ok := v.Organization(ref); !ok || o.Type.V != model.Municipality {
			return
		}
		if old, known := certain[ref]; known {
			how = truth.Or(old, how)
		}
		certain[ref] = how
	}
	complete = v.eachSeat(s, func(_ GroupAt, seat SeatAt, how truth.Value) {
		for _, ref := range seat.Seat.Represents.All() {
			note(ref, how)
			if how == truth.Yes {
				seats[ref]++
			}
		}
		for _, holder := range v.Holders(seat.Group.Ref, seat.Seat.ID.V) {
			if ref, ok := holder.Membership.OnBehalfOf.Get(); ok {
				note(ref, truth.And(how, v.Sits(holder)))
			}
		}
	})
	return certain, seats, complete
}

func municipalitiesRepresented(v *View, s Scope) (m Measure) {
	certain, _, complete := v.Represented(s)
	m.Complete = complete
	for _, o := range v.Municipalities() {
		if how, ok := certain[o.Ref]; ok {
			m.add(o.Ref, how, 1, 1)
		}
	}
	return m
}

func peopleInSeveralGroups(v *View, s Scope) (m Measure) {
	groups := v.InScope(s.Groups)
	m.Complete = truth.Yes
	in := map[string]truth.Value{}
	for _, g := range groups {
		in[g.Group.Ref.ID] = g.Lives
		m.Complete = truth.And(m.Complete, v.MembershipsComplete(g.Group))
	}
	for _, p := range v.Representatives {
		perGroup := map[string]truth.Value{}
		for i, ms := range p.Memberships.Pointers() {
			lives, inScope := in[ms.Group.V.ID]
			if !inScope {
				continue
			}
			sits := truth.And(lives, v.Sits(Seating{p, ms, i}))
			perGroup[ms.Group.V.ID] = truth.Or(perGroupOr(perGroup, ms.Group.V.ID), sits)
		}
		var count truth.Count
		for _, sits := range perGroup {
			count.Add(sits)
		}
		m.add(p.Ref, count.AtLeast(2), 1, 1)
	}
	return m
}

func perGroupOr(m map[string]truth.Value, id string) truth.Value {
	if v, ok := m[id]; ok {
		return v
	}
	return truth.No
}

func groupsInScope(v *View, s Scope) (m Measure) {
	m.Complete = v.GroupsComplete()
	for _, g := range v.InScope(s.Groups) {
		m.add(g.Group.Ref, g.Lives, 1, 1)
	}
	return m
}

func (v *View) countAgreements(s Scope, types ...model.Word) (m Measure) {
	m.Complete = v.AgreementsComplete()
	for _, a := range v.Agreements {
		if a.External.V || !slices.Contains(types, a.Type.V) {
			continue
		}
		if a.Type.V == model.Supplement && s.Supplements == "without-supplements" {
			continue
		}
		m.add(a.Ref, v.IsInForce(a), 1, 1)
	}
	return m
}

func agreementsInForce(v *View, s Scope) Measure {
	return v.countAgreements(s, model.Framework, model.PlainAgreement, model.Supplement, model.Contract)
}

func agreementsListed(v *View, s Scope) Measure {
	return v.countAgreements(s, model.PlainAgreement, model.Supplement, model.Contract)
}

func agreementsByGroup(v *View, s Scope) (m Measure) {
	byGroup := map[model.Ref]*Part{}
	m.Complete = v.AgreementsComplete()
	for _, a := range v.Agreements {
		settled, _ := v.Stewards(a.Responsible)
		inForce := v.IsInForce(a)
		if len(settled) == 0 || inForce == truth.No {
			continue
		}
		m.add(a.Ref, inForce, 1, 1)
		for _, g := range settled {
			if byGroup[g] == nil {
				byGroup[g] = &Part{Of: g}
			}
			byGroup[g].Max++
			if inForce == truth.Yes {
				byGroup[g].Min++
			}
		}
	}
	for _, g := range v.Groups {
		if p := byGroup[g.Ref]; p != nil {
			m.Parts = append(m.Parts, *p)
		}
	}
	return m
}

func localGroups(v *View, _ Scope) (m Measure) {
	m.Complete = v.GroupsComplete()
	for _, g := range v.Groups {
		if g.Type.V == "local" {
			m.add(g.Ref, v.Lives(g), 1, 1)
		}
	}
	return m
}

// Vacant tells whether a seat has nobody at the view's day. A seat whose
// holder was never recorded is not known to be vacant.
func (v *View) Vacant(s SeatAt) truth.Value {
	vacant := truth.CannotTell
	holders := v.Holders(s.Group.Ref, s.Seat.ID.V)
	for _, h := range holders {
		sits := v.Sits(h)
		if sits == truth.Yes {
			return truth.No
		}
		if sits == truth.No && vacant == truth.CannotTell && h.Membership.Until.Given() {
			vacant = truth.Yes
		}
	}
	for _, h := range holders {
		if v.Sits(h) == truth.CannotTell {
			return truth.CannotTell
		}
	}
	switch {
	case s.Seat.VacantSince.Given():
		return s.Seat.VacantSince.V.Begun(v.Day)
	case s.Seat.Holder.Is == model.None && len(holders) == 0:
		return truth.Yes
	case s.Seat.Holder.Is == model.Unknown:
		return truth.No
	}
	return vacant
}

func vacancies(v *View, s Scope) (m Measure) {
	m.Complete = v.eachSeat(s, func(_ GroupAt, seat SeatAt, certain truth.Value) {
		m.add(seatRef(seat), truth.And(certain, v.Vacant(seat)), seat.Min, seat.Max)
	})
	return m
}

func adoptions(v *View, _ Scope) (m Measure) {
	m.Complete = truth.Yes
	for _, a := range v.Agreements {
		if a.External.V || a.Type.V == model.Letter {
			continue
		}
		yes, _, unknown := v.AdoptionProgress(a)
		m.Complete = truth.And(m.Complete, IsComplete(a.Complete.V.Adoptions, v.Day))
		if yes > 0 {
			m.add(a.Ref, truth.Yes, float64(yes), float64(yes))
		}
		if unknown > 0 {
			m.add(a.Ref, truth.CannotTell, 0, float64(unknown))
		}
	}
	return m
}

// balance is the region's share of the region's and the municipalities' seats.
func balance(v *View, s Scope) Measure {
	all := roles(v, s)
	region, municipal := Part{}, Part{}
	for _, p := range all.Parts {
		switch p.Side {
		case model.Region:
			region = p
		case model.Municipal:
			municipal = p
		}
	}
	all.Parts = nil
	all.Min = share(region.Min, municipal.Max)
	all.Max = share(region.Max, municipal.Min)
	return all
}

func share(a, b float64) float64 {
	switch {
	case math.IsInf(b, 1):
		return 0
	case math.IsInf(a, 1):
		return 1
	case a+b == 0:
		return 0
	}
	return a / (a + b)
}

// meetingsHeld counts the meetings held in the twelve months up to the day.
func meetingsHeld(v *View, s Scope) (m Measure) {
	m.Complete = truth.Yes
	first := v.Day.Sub(edtf.Duration{Years: 1}) + 1
	window := edtf.Period{From: edtf.OfDay(first), Until: edtf.OfDay(v.Day)}
	in := map[string]bool{}
	for _, g := range v.InScope(s.Groups) {
		in[g.Group.Ref.ID] = true
		meetings := g.Group.Complete.V.Meetings.V
		covered := truth.CannotTell
		if meetings.From.Given() && meetings.From.V.Latest() <= first && IsComplete(meetings.Until, v.Day) == truth.Yes {
			covered = truth.Yes
		}
		m.Complete = truth.And(m.Complete, covered)
	}
	for _, meeting := range v.Meetings {
		if meeting.Status.V != model.Held || !in[meeting.Group.V.ID] {
			continue
		}
		if date, ok := meeting.Date.Get(); ok {
			m.add(meeting.Ref, truth.And(edtf.NotAfter(window.From, date), edtf.NotAfter(date, window.Until)), 1, 1)
		}
	}
	return m
}
