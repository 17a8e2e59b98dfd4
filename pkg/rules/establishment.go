package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// then reads a parameter of the guideline as it was on the day of an event. It
// cannot be told to govern where it did not do so on every day the event may
// have taken place.
func then[T any](v *registry.View, date edtf.Date, of func(*registry.View) registry.Parameter[T]) registry.Parameter[T] {
	p := of(v.On(min(date.Latest(), v.Day)))
	if of(v.On(date.Earliest())).Governs != p.Governs {
		p.Governs = truth.CannotTell
	}
	return p
}

// judgeEvent counts an event, and records the finding that broken gives if it
// breaks the rule and is recent enough to be told of.
func judgeEvent(v *registry.View, r *rule.Report, date edtf.Date, outcome truth.Value, broken func() []*rule.Finding) {
	if outcome != truth.No {
		r.Judge(outcome, nil)
		return
	}
	if recent, _ := v.Recent(date); recent {
		r.Violated(broken()...)
		return
	}
	r.Violated()
}

// established visits the consultation groups that are established at the
// view's day, with the day of it and the history entry that says so. Those
// whose day is not known cannot be told. Without `thresholds.look_back` there
// are none.
func established(v *registry.View, r *rule.Report, governs func(edtf.Date) truth.Value, visit func(g *model.Group, date edtf.Date, entry rule.Related)) {
	if off(v.Thresholds().LookBack) {
		return
	}
	for _, g := range v.ConsultationGroupRecords() {
		date, index, known := v.EstablishedBy(g)
		governed := truth.CannotTell
		if known {
			governed = governs(date)
		}
		if r.Applies(v.IsEstablished(g), governed) {
			visit(g, date, rule.Beside(rule.At(g, "history", index), "gruppen etablerades", "the group was established"))
		}
	}
}

// stepDone is a step of a group's establishment that has been completed.
type stepDone struct {
	group *model.Group
	index int // position in establishment.steps
	entry *model.EstablishmentStep
	date  edtf.Date
	// defined is the step as the guideline of that day has it; nil where that
	// guideline has no such step.
	defined *model.StepDefinition
	steps   registry.Parameter[[]model.StepDefinition]
}

// place is a place in the step.
func (s stepDone) place(parts ...any) rule.Place {
	return rule.At(s.group, append([]any{"establishment", "steps", s.index}, parts...)...)
}

// stepsDone visits the completed steps of the consultation groups by the
// guideline that was in force when they were completed.
func stepsDone(v *registry.View, r *rule.Report, visit func(stepDone)) {
	if off(v.Thresholds().LookBack) {
		return
	}
	for _, g := range v.ConsultationGroupRecords() {
		for i, entry := range g.Establishment.V.Steps.Pointers() {
			date, ok := entry.Done.Get()
			if !ok {
				continue
			}
			s := stepDone{group: g, index: i, entry: entry, date: date}
			s.steps = then(v, date, (*registry.View).EstablishmentSteps)
			if !r.Applies(date.Begun(v.Day), s.steps.Governs) {
				continue
			}
			s.defined = definition(s.steps.Value, entry.Step)
			visit(s)
		}
	}
}

// definition finds a step among those of the guideline.
func definition(steps []model.StepDefinition, step model.Val[int]) *model.StepDefinition {
	for i := range steps {
		if step.Given() && steps[i].Step.V == step.V {
			return &steps[i]
		}
	}
	return nil
}
