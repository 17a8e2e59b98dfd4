package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func groupsInScope(v *View, s Scope) (m Measure) {
	groups, complete := v.groupsOf(s)
	m.Complete = complete
	for _, g := range groups {
		m.add(g.Group.Ref, g.Lives, 1, 1)
	}
	return m
}

func localGroups(v *View, _ Scope) (m Measure) {
	m.Complete = v.GroupsComplete()
	for _, g := range v.Groups {
		if local := fits(g.Type, func(w model.Word) bool { return w == "local" }); local != truth.No {
			m.add(g.Ref, truth.And(local, v.Lives(g)), 1, 1)
		}
	}
	return m
}

// meetingsHeld counts the meetings held in the twelve months up to the day.
func meetingsHeld(v *View, s Scope) (m Measure) {
	groups, complete := v.groupsOf(s)
	m.Complete = complete
	first := v.Day.Sub(edtf.Duration{Years: 1}) + 1
	window := edtf.Period{From: edtf.OfDay(first), Until: edtf.OfDay(v.Day)}
	for _, g := range groups {
		m.Complete = truth.And(m.Complete, MeetingsComplete(g.Group, first, v.Day))
		for _, meeting := range v.MeetingsOf(g.Group.Ref) {
			if meeting.Status.V != model.Held {
				continue
			}
			within := truth.CannotTell
			if date, ok := meeting.Date.Get(); ok {
				within = window.ContainsDate(date)
			}
			m.add(meeting.Ref, truth.And(g.Lives, within), 1, 1)
		}
	}
	return m
}
