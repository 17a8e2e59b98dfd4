package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// weight is the severity of a finding that rests on a parameter of the
// guideline: where the parameter is not decided, at most a warning.
func weight[T any](p registry.Parameter[T], s rule.Severity) rule.Severity {
	if !p.Decided {
		return min(s, rule.Warning)
	}
	return s
}

// sets tells whether a parameter of the guideline governs, and a part of it says
// something. A part that is not known, or could not be read, may say anything.
func sets[P, T any](p registry.Parameter[P], part model.Val[T]) truth.Value {
	switch {
	case p.Governs != truth.Yes:
		return p.Governs
	case part.Is == model.Unknown:
		return truth.CannotTell
	}
	return truth.Of(part.Given())
}

// off reports whether a threshold switches off what needs it: it is absent. One
// that is not known, or could not be read, does not; then nobody can tell.
func off[T any](threshold model.Val[T]) bool {
	return !threshold.Given() && threshold.Is != model.Unknown
}

// known tells whether a threshold that is not off has a value.
func known[T any](threshold model.Val[T]) truth.Value {
	if threshold.Given() {
		return truth.Yes
	}
	return truth.CannotTell
}

// byGuideline points at the parameter that a finding rests on.
func byGuideline[T any](p registry.Parameter[T]) rule.Related {
	place := rule.At(p.Guideline)
	place.Path = p.Path
	return rule.Beside(place, "riktlinjen anger detta", "the guideline says so")
}
