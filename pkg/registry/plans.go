package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func (r *Registry) indexPlans() {
	r.plans = map[model.Ref][]*model.Plan{}
	for _, p := range r.Plans {
		if owner, ok := p.Owner.Get(); ok {
			r.plans[owner.Record()] = append(r.plans[owner.Record()], p)
		}
	}
}

// PlansOf returns the plans of an owner, by id.
func (r *Registry) PlansOf(owner model.Ref) []*model.Plan { return r.plans[owner.Record()] }

// PlanHolds tells whether a plan governs at the view's day: the day lies in its
// period, it is decided or at least not only proposed, it has not ended, and
// nothing that replaces it has taken effect. A plan without a period is not
// known to govern any day.
func (v *View) PlanHolds(p *model.Plan) truth.Value {
	covers := truth.CannotTell
	if span := p.Period.V.Span; p.Period.Is == model.Given {
		covers = truth.And(begins(span.From, v.Day), lasts(span.Until, v.Day))
	}
	return truth.And(covers, v.InEffect(p.Decision, p.Period.V.From), v.HasEnded(p).Not(), v.PlanReplaced(p).Not())
}

// PlanReplaced tells whether a plan that replaces another has taken effect by
// the view's day.
func (v *View) PlanReplaced(p *model.Plan) truth.Value {
	_, replaced := v.replacement(p)
	return replaced
}

// Replacement returns the plan that has replaced another by the view's day.
func (v *View) Replacement(p *model.Plan) (by *model.Plan, ok bool) {
	by, replaced := v.replacement(p)
	return by, replaced == truth.Yes
}

func (v *View) replacement(p *model.Plan) (by *model.Plan, replaced truth.Value) {
	replaced = truth.No
	for _, ref := range v.ReplacedBy(p.Ref) {
		newer, ok := Find[*model.Plan](v.Registry, ref)
		if !ok {
			continue
		}
		_, taken := v.TakesEffect(newer)
		if taken == truth.Yes {
			return newer, truth.Yes
		}
		replaced = truth.Or(replaced, taken)
	}
	return nil, replaced
}

// TakesEffect tells whether a plan has taken effect by the view's day, and on
// which day it does: the first of its period, or that of its decision where that
// is certain to be later.
func (v *View) TakesEffect(p *model.Plan) (from edtf.Date, when truth.Value) {
	from = p.Period.V.From.V
	if d, ok := v.Decision(p.Decision.V); ok && d.State.V == model.Decided && edtf.Before(from, d.Date.V) == truth.Yes {
		from = d.Date.V
	}
	return from, truth.And(v.InEffect(p.Decision, p.Period.V.From), begins(p.Period.V.From, v.Day))
}

// begins tells whether a period with a first day has begun. Without one nobody
// can tell.
func begins(from model.Val[edtf.Date], day edtf.Day) truth.Value {
	if from.Given() {
		return from.V.Begun(day)
	}
	return truth.CannotTell
}

// lasts tells whether a period with a last day goes on. Without one nobody can
// tell.
func lasts(until model.Val[edtf.Date], day edtf.Day) truth.Value {
	if until.Given() {
		return until.V.Ended(day).Not()
	}
	return truth.CannotTell
}

// HasAnnualPlan tells whether one of the recorded annual plans of a group
// governs at the view's day. That none does proves nothing by itself.
func (v *View) HasAnnualPlan(g *model.Group) truth.Value {
	planned := truth.No
	for _, p := range v.AnnualPlansOf(g) {
		planned = truth.Or(planned, p.Holds)
	}
	return planned
}

// PlannedYear tells whether a group has an annual plan at the view's day. For as
// long as `thresholds.plan_grace` the plan of the year before is enough. That it
// has none is certain where its record says so, or its plans are said to be
// complete.
func (v *View) PlannedYear(g *model.Group) truth.Value {
	planned := v.HasAnnualPlan(g)
	if grace, ok := v.thresholds().PlanGrace.Get(); ok {
		planned = truth.Or(planned, v.On(v.Day.Sub(grace)).HasAnnualPlan(g))
	}
	switch {
	case planned != truth.No:
		return planned
	case g.Plans.Is == model.None && v.Vouched(g, "plans", g.Plans.Why.Evidence()) == truth.Yes,
		IsComplete(g.Complete.V.Plans, v.Day) == truth.Yes:
		return truth.No
	}
	return truth.CannotTell
}

// AnnualPlan is the type of plan that covers a year.
const AnnualPlan model.Word = "annual"
