package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func (r *Registry) indexMeetings() {
	r.meetings = map[string][]*model.Meeting{}
	for _, m := range r.Meetings {
		if group, ok := m.Group.Get(); ok {
			r.meetings[group.ID] = append(r.meetings[group.ID], m)
		}
	}
	for _, list := range r.meetings {
		slices.SortStableFunc(list, func(a, b *model.Meeting) int { return edtf.Order(a.Date.V, b.Date.V) })
	}
}

// MeetingsOf returns the meetings of a group, by date; those without one come
// first.
func (r *Registry) MeetingsOf(group model.Ref) []*model.Meeting { return r.meetings[group.ID] }

// LastHeld is the last recorded meeting that a group may have held by the
// view's day; nil where there is none.
func (v *View) LastHeld(g *model.Group) *model.Meeting {
	var last *model.Meeting
	for _, m := range v.MeetingsOf(g.Ref) {
		if date, ok := m.Date.Get(); ok && m.Status.V == model.Held && date.Begun(v.Day) != truth.No {
			last = m
		}
	}
	return last
}

// HeldBetween counts the meetings of a group that were held from one day to
// another, both included. Those that cannot be told are counted as such.
func (r *Registry) HeldBetween(group model.Ref, first, last edtf.Day) (c truth.Count) {
	window := edtf.Period{From: edtf.OfDay(first), Until: edtf.OfDay(last)}
	for _, m := range r.MeetingsOf(group) {
		switch {
		case m.Status.V != model.Held:
		case m.Date.Given():
			c.Add(window.ContainsDate(m.Date.V))
		default:
			c.Add(truth.CannotTell)
		}
	}
	return c
}

// MeetingsComplete tells whether the meetings of a group from one day to
// another are all recorded.
func MeetingsComplete(g *model.Group, first, last edtf.Day) truth.Value {
	span := g.Complete.V.Meetings.V
	from, given := span.From.Get()
	if !given || from.Latest() > first {
		return truth.CannotTell
	}
	return IsComplete(span.Until, last)
}

// TakesPart tells whether a person, an organization or a seat (group/ID#seat)
// has part in a group at the view's day, in whatever role. That it has none is
// certain only where the group's memberships or seats are said to be complete.
func (v *View) TakesPart(g *model.Group, ref model.Ref) truth.Value {
	switch ref.Kind {
	case model.RepresentativeKind:
		sits := truth.No
		p, ok := Find[*model.Representative](v.Registry, ref)
		if !ok {
			return unless(sits, v.MembershipsComplete(g))
		}
		for i, m := range p.Memberships.Pointers() {
			if m.Group.V == g.Ref {
				sits = truth.Or(sits, v.Sits(Seating{Representative: p, Membership: m, Index: i}))
			}
		}
		return unless(sits, v.MembershipsComplete(g))
	case model.OrganizationKind:
		seated := truth.Of(g.Seats.Is != model.None && (g.Seats.Is != model.Given || g.Seats.Open()))
		if seated == truth.Yes {
			return truth.CannotTell
		}
		for _, s := range v.Seats(g) {
			if s.Seat.Represents.Open() {
				seated = truth.Or(seated, truth.CannotTell)
			}
			for _, whom := range s.Seat.Represents.All() {
				if whom.Record() == ref.Record() {
					seated = truth.Or(seated, s.Holds)
				}
			}
		}
		return unless(seated, v.SeatsComplete(g))
	case model.GroupKind:
		if ref.Record() != g.Ref {
			return truth.No
		}
		for _, s := range v.Seats(g) {
			if string(s.Seat.ID.V) == ref.Fragment {
				return s.Holds
			}
		}
	}
	return truth.CannotTell
}

// unless is an answer that is only No where something is complete.
func unless(answer, complete truth.Value) truth.Value {
	if answer == truth.No && complete != truth.Yes {
		return truth.CannotTell
	}
	return answer
}

// StillIn is TakesPart of a person, whose membership may also have run out for
// certain without another being recorded.
func (v *View) StillIn(g *model.Group, person *model.Representative) truth.Value {
	sits, known := truth.No, false
	for _, s := range v.Memberships(g.Ref) {
		if s.Representative != person {
			continue
		}
		sits = truth.Or(sits, v.Sits(s))
		known = known || s.Membership.Until.Given() && s.Membership.Until.V.Ended(v.Day) == truth.Yes
	}
	if known {
		return sits
	}
	return unless(sits, v.MembershipsComplete(g))
}
