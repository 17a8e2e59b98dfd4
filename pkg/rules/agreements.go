package rules

import (
	"iter"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// ours yields the agreements that the parties have made themselves and that
// have not ended or expired at the view's day.
func ours(v *registry.View) iter.Seq[*model.Agreement] {
	return func(yield func(*model.Agreement) bool) {
		for _, a := range v.Agreements {
			if registry.Ours(a) && v.HasLapsed(a) != truth.Yes && !yield(a) {
				return
			}
		}
	}
}

// inForce yields the agreements that the parties have made themselves and that
// are or may be in force at the view's day, with how certain that is.
func inForce(v *registry.View) iter.Seq2[*model.Agreement, truth.Value] {
	return func(yield func(*model.Agreement, truth.Value) bool) {
		for a := range ours(v) {
			if in := v.IsInForce(a); in != truth.No && !yield(a, in) {
				return
			}
		}
	}
}

// supplements yields the supplements that have not ended, with the agreement
// that each supplements.
func supplements(v *registry.View) iter.Seq2[*model.Agreement, *model.Agreement] {
	return func(yield func(supplement, parent *model.Agreement) bool) {
		for a := range ours(v) {
			if parent, ok := v.Parent(a); ok && !yield(a, parent) {
				return
			}
		}
	}
}

// isStated reports whether an entry has a source of its own that says it.
func isStated(e *model.Evidence) bool {
	for _, c := range e.Sources.All() {
		if c.Basis.V != model.Inferred {
			return true
		}
	}
	return false
}

// lacking is the parts of a given map that are none or not there at all, and
// whether any of them is unknown.
func lacking(parts ...part) (missing []string, unknown bool) {
	for _, p := range parts {
		switch p.is {
		case model.None, model.Absent:
			missing = append(missing, p.key)
		case model.Unknown:
			unknown = true
		}
	}
	return missing, unknown
}

type part struct {
	key string
	is  model.Answer
}
