package registry

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// MinutesApproved tells whether the minutes of a meeting have been approved by
// the view's day. Where nothing is said of the minutes of a meeting that was
// held, nobody can tell.
func (v *View) MinutesApproved(m *model.Meeting) truth.Value {
	approved := m.Minutes.V.Approved
	switch {
	case approved.Given():
		return approved.V.Begun(v.Day)
	case m.Minutes.Is == model.Unknown, approved.Is == model.Unknown:
		return truth.CannotTell
	case m.Minutes.Is == model.None, m.Minutes.Is == model.NotApplicable, approved.Is == model.None, approved.Is == model.NotApplicable:
		return truth.No
	}
	if m.Status.V == model.Held {
		return truth.CannotTell
	}
	return truth.No
}
