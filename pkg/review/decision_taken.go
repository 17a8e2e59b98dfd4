package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// decisionTaken tells whether what the newer snapshot says names a decision
// that is taken. A decision that is unknown is in use but was not found, so
// nobody can tell; without one the answer is no.
func decisionTaken(d *change.Diff, decision model.Val[model.Ref]) truth.Value {
	switch decision.Is {
	case model.Given:
		return d.Head.Decided(decision.V)
	case model.Unknown:
		return truth.CannotTell
	}
	return truth.No
}
