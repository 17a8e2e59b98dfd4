package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Alternates tells whether two consecutive held meetings of a group keep to how
// its chair alternates, and where they do not, how: "" per meeting, "within" a
// year, or from one "year" to the next.
func (v *View) Alternates(g *model.Group, before, m *model.Meeting) (how string, keeps truth.Value) {
	chair := &g.Structure.V.Chair.V
	side, other := v.SideOfChair(m), v.SideOfChair(before)
	if side == "" || other == "" || !chair.Per.Given() || !m.Date.V.IsExact() || !before.Date.V.IsExact() ||
		v.On(m.Date.V.Earliest()).Vouched(g, "structure.chair", &g.Structure.V.Evidence, &chair.Evidence) != truth.Yes {
		return "", truth.CannotTell
	}
	return alternates(g, chair.Per.V, before.Date.V.Earliest(), m.Date.V.Earliest(), side == other)
}

// alternates is Alternates of two days, chaired by the same side or not.
func alternates(g *model.Group, per model.Word, before, day edtf.Day, same bool) (how string, keeps truth.Value) {
	if per == "meeting" {
		if MeetingsComplete(g, before, day) != truth.Yes {
			return "", truth.CannotTell
		}
		return "", truth.Of(!same)
	}
	then, _, _ := before.Civil()
	year, _, _ := day.Civil()
	switch year - then {
	case 0:
		return "within", truth.Of(same)
	case 1:
		return "year", truth.Of(!same)
	}
	return "", truth.CannotTell
}
