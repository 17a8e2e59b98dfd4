package rules

import (
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// weight is the severity of a finding that rests on a parameter of the
// guideline: where the parameter is not decided, at most a warning.
func weight[T any](p registry.Parameter[T], s rule.Severity) rule.Severity {
	if !p.Decided {
		return min(s, rule.Warning)
	}
	return s
}

// byGuideline points at the parameter that a finding rests on.
func byGuideline[T any](p registry.Parameter[T]) rule.Related {
	place := at(p.Guideline)
	place.Path = p.Path
	return related(place, "riktlinjen anger detta", "the guideline says so")
}

// related is another place that a finding concerns, with a word on why.
func related(p rule.Place, sv, en string) rule.Related {
	return rule.Related{Place: p, Message: text.Both{Sv: sv, En: en}}
}
