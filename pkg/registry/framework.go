package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Ours reports whether an agreement is one that the parties themselves have
// made and are bound by. What is external, national, a letter of intent or
// principles is not.
func Ours(a *model.Agreement) bool {
	if a.External.V {
		return false
	}
	switch a.Type.V {
	case model.Framework, model.PlainAgreement, model.Supplement, model.Contract:
		return true
	}
	return false
}

// Parent returns the agreement that another supplements.
func (r *Registry) Parent(a *model.Agreement) (*model.Agreement, bool) {
	ref, ok := a.Supplements.Get()
	if !ok {
		return nil, false
	}
	p, ok := Find[*model.Agreement](r, ref)
	return p, ok && p != a
}

// Framework returns the framework agreement that an agreement stands under:
// its own, else that of the agreement it supplements. f is nil where there is
// no such record, and is then tells why.
func (r *Registry) Framework(a *model.Agreement) (f *model.Agreement, is model.Answer) {
	if p, ok := r.Parent(a); ok && a.Framework.Is == model.Absent {
		a = p
	}
	if ref, ok := a.Framework.Get(); ok {
		f, _ = Find[*model.Agreement](r, ref)
	}
	return f, a.Framework.Is
}

// EntryOf returns the day an agreement entered into force, or the zero Date.
func EntryOf(a *model.Agreement) edtf.Date { return a.EntryIntoForce.V.Actual.V }

// EndOf returns the last day of an agreement: that of its ending, else the day
// it expires. ok is false where nothing ends it.
func EndOf(a *model.Agreement) (end edtf.Date, ok bool) {
	if e, ended := a.Ended.Get(); ended {
		return e.Date.V, true
	}
	return a.Expires.Get()
}

// HasLapsed tells whether an agreement has ended or expired by the view's day.
func (v *View) HasLapsed(a *model.Agreement) truth.Value {
	lapsed := v.HasEnded(a)
	if expires, ok := a.Expires.Get(); ok && a.Ended.Is != model.Given {
		lapsed = truth.Or(lapsed, expires.Ended(v.Day))
	}
	return lapsed
}

// Deviations returns how deviations from an agreement are handled: by a routine
// of its own, or by that of its framework agreement where it refers to that. is
// tells why there is none.
func (r *Registry) Deviations(a *model.Agreement) (routine *model.DeviationRoutine, is model.Answer) {
	if !a.Deviations.V.As.Given() {
		return &a.Deviations.V, a.Deviations.Is
	}
	f, _ := r.Framework(a)
	if f == nil || f.Deviations.V.As.Given() {
		return &model.DeviationRoutine{}, model.Unknown
	}
	return &f.Deviations.V, f.Deviations.Is
}
