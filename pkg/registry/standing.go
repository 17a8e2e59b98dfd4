package registry

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Governing tells whether a parameter is to be followed at the view's day by
// what its envelope says, and whether it counts as decided. That its guideline
// is in force is for the caller to know.
func (v *View) Governing(s model.Standing) (governs truth.Value, decided bool) {
	return v.governs(s.Status, s.Decision, model.Span{From: s.From, Until: s.Until})
}
