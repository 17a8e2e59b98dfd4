package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// ConcernedGroups is the groups that an issue concerns and that have not closed
// by the view's day, each once, and whether they are several.
func (v *View) ConcernedGroups(i *model.Issue) (groups []model.Ref, several truth.Value) {
	var certain int
	for _, ref := range i.Concerns.All() {
		g, ok := v.Group(ref)
		if !ok || slices.Contains(groups, g.Ref) {
			continue
		}
		switch v.HasEnded(g) {
		case truth.Yes:
			continue
		case truth.No:
			certain++
		}
		groups = append(groups, g.Ref)
	}
	switch {
	case certain > 1:
		return groups, truth.Yes
	case len(groups) > 1 || i.Concerns.Open() || i.Concerns.Is == model.Absent:
		return groups, truth.CannotTell
	}
	return groups, truth.No
}

// PriorityDecided tells whether what an issue's priority rests on is decided by
// whoever sets priorities. fault says why it is not: "" that the issue rests on
// none, "undecided" that it is not decided, or "body" that another decided it.
func (v *View) PriorityDecided(i *model.Issue) (decided truth.Value, fault string) {
	ref, ok := i.Priority.Get()
	switch {
	case i.Priority.Is == model.None:
		return truth.No, ""
	case !ok:
		return truth.CannotTell, ""
	}
	if p, is := Find[*model.Plan](v.Registry, ref); is {
		if p.Decision.Is == model.None {
			return truth.No, "undecided"
		}
		if ref, ok = p.Decision.Get(); !ok {
			return truth.CannotTell, ""
		}
	}
	d, is := v.Decision(ref)
	if !is {
		return truth.CannotTell, ""
	}
	if decided := v.Decided(ref); decided != truth.Yes {
		return decided, "undecided"
	}
	body, named := d.Body.Get()
	if !named {
		return truth.CannotTell, ""
	}
	return truth.Or(v.Competent(body, "priority"), v.On(d.Date.V.Latest()).Competent(body, "priority")), "body"
}
