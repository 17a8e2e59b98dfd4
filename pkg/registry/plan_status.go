package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// The derived statuses of a plan, in the order of its life. None of them is
// ever written in a file. A plan may also be proposed or decided.
const (
	NotInEffect  model.Word = "not-in-effect"
	InEffectPlan model.Word = "in-effect"
	EndedPlan    model.Word = "ended"
	ReplacedPlan model.Word = "replaced"
)

// PlanStatus derives the status of a plan at the view's day: proposed while its
// decision is only proposed, decided until its period begins, then in effect
// until the period or the plan ends, or until the plan that replaces it takes
// effect (model.md, "In effect" and "plan"). A decision that is unknown means in
// use, decision not found. A plan whose period is not known is not known to
// govern any day. It is in effect when PlanHolds says so.
func (v *View) PlanStatus(p *model.Plan) Status {
	st := Status{State: NotInEffect}
	period := p.Period.V.Span
	from, begun := v.TakesEffect(p)
	v.planDecision(p, &st)
	switch {
	case !period.From.Given():
		if begun != truth.No {
			st.State, st.Since, st.Possible = Undetermined, edtf.Date{}, nil
			st.doubt(NotInEffect, InEffectPlan, EndedPlan)
		}
		st.support(truth.CannotTell, fact(p.Ref, "", FactPeriodUnknown, edtf.Date{}, "period"))
	case begun == truth.No:
		if st.State == NotInEffect || st.State == model.Decided {
			st.support(period.From.V.Begun(v.Day), v.periodOf(p))
		}
	default:
		r := v.periodOf(p)
		r.State, r.Date = InEffectPlan, from
		st.reach(begun, r)
		st.Reasons[len(st.Reasons)-1].Date = period.From.V
	}
	if begun != truth.No && p.Period.Given() {
		v.periodEnds(p, &st)
	}
	v.endPlan(p, &st)
	return st
}

// planDecision takes in how far the decision on a plan has come.
func (v *View) planDecision(p *model.Plan, st *Status) {
	ref, ok := p.Decision.Get()
	if !ok {
		if p.Decision.Is == model.Unknown {
			st.support(truth.Yes, fact(p.Ref, "", FactDecisionUnknown, edtf.Date{}, "decision"))
		}
		return
	}
	d, found := v.Decision(ref)
	if !found {
		st.reach(truth.CannotTell, fact(p.Ref, model.Decided, FactDecisionUndated, edtf.Date{}, "decision"))
		return
	}
	then := v.DecisionStatus(d)
	if proposed := then.Is(model.Proposed); proposed == truth.CannotTell {
		st.doubt(model.Proposed)
	} else {
		st.reach(proposed, fact(d.Ref, model.Proposed, FactProposal, then.Since, "state"))
	}
	r := fact(d.Ref, model.Decided, FactPlanDecided, d.Date.V, "date")
	r.By = []model.Ref{d.Ref}
	switch when := v.Decided(ref); {
	case !d.Date.Given() && d.State.V == model.Decided:
		r.Fact = FactDecisionUndated
		st.reach(truth.CannotTell, r)
	case when == truth.No && d.State.V == model.Decided:
		r.Fact = FactDecisionAwaiting
		st.support(truth.No, r)
	default:
		st.reach(when, r)
	}
}

// periodOf is the fact of a plan's period.
func (v *View) periodOf(p *model.Plan) Reason {
	r := fact(p.Ref, "", FactPeriod, p.Period.V.From.V, "period")
	r.Until = p.Period.V.Until.V
	return r
}

// periodEnds takes in that the period of a plan is over, or that nothing tells
// when it is.
func (v *View) periodEnds(p *model.Plan, st *Status) {
	until := p.Period.V.Until
	fact := fact(p.Ref, EndedPlan, FactPeriodOver, until.V, "period")
	if !until.Given() {
		fact.Fact = FactNoEnd
	}
	st.reach(lasts(until, v.Day).Not(), fact)
}

// endPlan takes in that a plan has ended, or that another that replaces it has
// taken effect.
func (v *View) endPlan(p *model.Plan, st *Status) {
	st.reach(v.HasEnded(p), fact(p.Ref, EndedPlan, FactEnded, p.Ended.V.Date.V, "ended"))
	by, replaced := v.replacement(p)
	if replaced == truth.CannotTell {
		st.reach(replaced, fact(p.Ref, ReplacedPlan, FactReplaced, edtf.Date{}))
	}
	if by == nil {
		return
	}
	since, _ := v.TakesEffect(by)
	r := fact(by.Ref, ReplacedPlan, FactReplaced, since, "replaces")
	r.By = []model.Ref{by.Ref}
	st.reach(truth.Yes, r)
}
