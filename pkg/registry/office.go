package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Among tells whether a list names a record. That it does not is certain only
// where the list is given and closed.
func Among(ref model.Ref, list model.List[model.Ref]) truth.Value {
	for _, other := range list.All() {
		if other.Record() == ref {
			return truth.Yes
		}
	}
	if list.Is == model.Absent || list.Open() {
		return truth.CannotTell
	}
	return truth.No
}

// CoreSeats counts the seats of the core of the process office at the view's
// day: those of a side, or all for the side "".
func (v *View) CoreSeats(office *model.Group, side model.Word) Tally {
	return v.Tallied(office, func(s SeatAt) truth.Value { return isCore(s, side) })
}

// CoreFilled is CoreSeats of those that somebody holds.
func (v *View) CoreFilled(office *model.Group, side model.Word) Tally {
	return v.Tallied(office, func(s SeatAt) truth.Value { return truth.And(isCore(s, side), v.Vacant(s).Not()) })
}

// isCore tells whether a seat of the process office is of its core, and of a
// side where one is given.
func isCore(s SeatAt, side model.Word) truth.Value {
	switch {
	case s.Seat.Role.Is == model.Unknown:
		return truth.CannotTell
	case s.Seat.Role.V != model.CoreRole:
		return truth.No
	case side == "" || s.Side == side:
		return truth.Yes
	case s.Side == "":
		return truth.CannotTell
	}
	return truth.No
}

// CoreBegun tells whether the core has taken office by the view's day. One
// without a day for it has.
func (v *View) CoreBegun(c model.Core) truth.Value {
	switch c.From.Is {
	case model.Given:
		return c.From.V.Begun(v.Day)
	case model.Unknown:
		return truth.CannotTell
	}
	return truth.Yes
}

// Nodes counts the seats of the process office that are nodes of a group at the
// view's day, and those of them that somebody holds.
func (v *View) Nodes(office *model.Group, group model.Ref) (nodes, filled Tally) {
	nodes = v.Tallied(office, func(s SeatAt) truth.Value { return isNodeOf(s, group) })
	filled = v.Tallied(office, func(s SeatAt) truth.Value {
		return truth.And(isNodeOf(s, group), v.Vacant(s).Not())
	})
	return nodes, filled
}

// isNodeOf tells whether a seat of the process office is a node of a group.
func isNodeOf(s SeatAt, group model.Ref) truth.Value {
	switch {
	case s.Seat.Role.Is == model.Unknown:
		return truth.CannotTell
	case s.Seat.Role.V != model.Node:
		return truth.No
	}
	return Among(group, s.Seat.Represents)
}

// DutyAt is a duty of the process office and what its plans of a year do for it.
type DutyAt struct {
	Duty model.Term
	// Served tells whether a plan of the year has an activity for the duty. That
	// none has is certain only where the plans and their activities are known.
	Served     truth.Value
	Activities []ActivityAt
}

// ActivityAt is an activity of a plan, by its position.
type ActivityAt struct {
	Plan  *model.Plan
	Index int
}

// Activity is the entry of the plan.
func (a ActivityAt) Activity() *model.Activity { return &a.Plan.Activities.Items[a.Index].V }

// DutiesServed tells for each of some duties what the plans of the process
// office do for it in the year of the view's day. first is the first of those
// plans; nil where there is none.
func (v *View) DutiesServed(office *model.Group, duties []model.Term) (served []DutyAt, first *model.Plan) {
	year, _, _ := v.Day.Civil()
	whole := edtf.OfYear(edtf.Between(edtf.DayOf(year, 1, 1), edtf.DayOf(year, 12, 31)))
	by := map[model.Term][]ActivityAt{}
	open := truth.No // whether some plan may be of the year, or may have more activities
	for _, plan := range v.PlansOf(office.Ref) {
		of := truth.CannotTell
		if plan.Period.Given() {
			span := edtf.Period{From: plan.Period.V.From.V, Until: plan.Period.V.Until.V}
			of = truth.And(edtf.Overlap(span, whole), v.InEffect(plan.Decision, model.Val[edtf.Date]{}))
		}
		if of == truth.No {
			continue
		}
		if of == truth.CannotTell || plan.Activities.Is == model.Absent || plan.Activities.Open() {
			open = truth.CannotTell
		}
		if first == nil {
			first = plan
		}
		for i, a := range plan.Activities.Pointers() {
			if a.Duty.Is == model.Unknown {
				open = truth.CannotTell
			}
			if of == truth.Yes && a.Duty.Given() {
				by[a.Duty.V] = append(by[a.Duty.V], ActivityAt{plan, i})
			}
		}
	}
	for _, duty := range duties {
		is := truth.No
		switch {
		case len(by[duty]) > 0:
			is = truth.Yes
		case first == nil || open != truth.No:
			is = truth.CannotTell
		}
		served = append(served, DutyAt{duty, is, by[duty]})
	}
	return served, first
}
