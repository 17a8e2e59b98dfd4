package registry

import (
	"strconv"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// decision takes in when a decision is to be taken. A rejection answers it too;
// that the fate of a proposal is not known does not.
func (c *deadlines) decision(d *model.Decision) {
	limit, ok := d.Deadline.Get()
	if !ok {
		return
	}
	a := event(d, d.Date, "date")
	switch {
	case d.State.V == model.Decided, d.State.V == model.Rejected:
		if !d.Date.Given() {
			a.is = model.Unknown
		}
	case d.State.Is == model.Unknown, d.Outcome.Is == model.Unknown:
		a.is = model.Unknown
	default:
		a.is = model.Absent
	}
	due := Deadline{
		Path: model.Path{}.At("deadline"), Thing: c.Name(d),
		Sources: Citations(d, &limit.Evidence, "deadline"),
	}
	if !c.due(&due, limit) {
		return
	}
	c.set(&due, limit.Decision)
	c.add("decision", d, due, a.unless(c.HasEnded(d)))
}

// due reads a deadline, which may be the first meeting of a group within a
// time. It reports whether there is one.
func (c *deadlines) due(d *Deadline, limit model.Deadline) bool {
	if limit.Date.Given() {
		d.Due = limit.Date.V
		return true
	}
	window, ok := limit.In.Get()
	group, named := limit.FirstMeetingOf.Get()
	if !ok || !named {
		return limit.Date.Is == model.Unknown
	}
	d.First, d.Window = true, window
	if m := c.firstMeeting(group, window); m != nil {
		d.Due, d.FirstMeeting = m.Date.V, m.Ref
	} else if c.Day <= window.Earliest() {
		d.Due = edtf.OfDay(window.Latest())
	}
	return true
}

// firstMeeting returns the first meeting of a group within a time; nil where
// nobody can tell which it is: none is recorded, or it is not said that there
// was none before it.
func (c *deadlines) firstMeeting(group model.Ref, window edtf.Date) *model.Meeting {
	g, ok := c.Group(group)
	if !ok {
		return nil
	}
	within := edtf.OfYear(window)
	for _, m := range c.MeetingsOf(g.Ref) {
		if m.Status.V == model.Cancelled {
			continue
		}
		date, dated := m.Date.Get()
		if !dated {
			return nil
		}
		switch within.ContainsDate(date) {
		case truth.CannotTell:
			return nil
		case truth.Yes:
			if m.Status.V == model.Held && date.IsExact() && MeetingsComplete(g, window.Earliest(), date.Latest()) == truth.Yes ||
				m.Status.V != model.Held && date.Earliest() >= c.Day {
				return m
			}
			return nil
		}
	}
	return nil
}

// plan takes in when the activities of a plan are due. Those of a plan that has
// ended or been replaced lapse.
func (c *deadlines) plan(p *model.Plan) {
	over := truth.Or(c.HasEnded(p), c.PlanReplaced(p))
	for i, activity := range p.Activities.Pointers() {
		if !activity.Due.Given() {
			continue
		}
		a := event(p, activity.Done, "activities", i, "done")
		if activity.Done.Is == model.Absent && activity.State.V == model.Done {
			a.is = model.Given // on a day that is not known
		}
		due := Deadline{
			Path: model.Path{}.At("activities", i, "due"), Due: activity.Due.V,
			Thing: c.Name(p), Part: titled(activity.Title, string(activity.ID.V)),
			Sources: Citations(p, &activity.Evidence, "activities.due"),
		}
		c.set(&due, p.Decision)
		c.add("activity", p, due, a.unless(over))
	}
}

// titled is a title, or the id of what has none.
func titled(title model.Val[model.Text], id string) model.Text {
	if t, ok := title.Get(); ok {
		return t
	}
	return model.Text{Sv: id}
}

// group takes in when a group is to reach a status, take a step of its
// establishment, have made its inventory, or end.
func (c *deadlines) group(g *model.Group) {
	over, name := c.HasEnded(g), c.Name(g)
	for i, m := range g.History.Pointers() {
		if !m.Due.Given() {
			continue
		}
		due := Deadline{
			Path: model.Path{}.At("history", i, "due"), Due: m.Due.V, Thing: name,
			Part:    model.Text{Sv: model.Label("group-status", m.Status.V, "sv"), En: model.Label("group-status", m.Status.V, "en")},
			Sources: Citations(g, &m.Evidence, "history.due"),
		}
		c.set(&due, m.Decision)
		c.add("status", g, due, event(g, m.Date, "history", i, "date").unless(over))
	}
	waived := over
	if by, ok := g.Establishment.V.WaivedBy.Get(); ok {
		waived = truth.Or(over, c.Decided(by))
	}
	for i, s := range g.Establishment.V.Steps.Pointers() {
		if !s.Due.Given() {
			continue
		}
		due := Deadline{
			Path: model.Path{}.At("establishment", "steps", i, "due"), Due: s.Due.V, Thing: name, Part: model.Text{Sv: strconv.Itoa(s.Step.V)},
			Sources: CitationsWithin(g, "establishment.steps.due", &g.Establishment.V.Evidence, &s.Evidence),
		}
		c.set(&due)
		c.add("step", g, due, event(g, s.Done, "establishment", "steps", i, "done").unless(waived))
	}
	inventory := &g.LocalGroups.V.Inventory.V
	if inventory.Due.Given() {
		due := Deadline{
			Path: model.Path{}.At("local_groups", "inventory", "due"), Due: inventory.Due.V, Thing: name,
			Sources: CitationsWithin(g, "local_groups.inventory.due", &g.LocalGroups.V.Evidence, &inventory.Evidence),
		}
		c.set(&due)
		c.add("inventory", g, due, event(g, inventory.Done, "local_groups", "inventory", "done").unless(over))
	}
	c.workingGroup(g)
}

// workingGroup takes in when a working group is to end: the last end that
// counts. Ends whose decision is only proposed count where there is no other.
func (c *deadlines) workingGroup(g *model.Group) {
	last, at := model.Deadline{}, -1
	for i, end := range g.Ends.All() {
		proposed := end.Decision.Given() && c.Decided(end.Decision.V) == truth.No
		if at < 0 || !proposed || last.Decision.Given() && c.Decided(last.Decision.V) == truth.No {
			last, at = end, i
		}
	}
	if at < 0 {
		return
	}
	due := Deadline{Path: model.Path{}.At("ends", at), Thing: c.Name(g), Sources: Citations(g, &last.Evidence, "ends")}
	if !c.due(&due, last) {
		return
	}
	due.First = false // it is an end and not a decision that the meeting is for
	c.set(&due, last.Decision)
	a := event(g, g.Ended.V.Date, "ended", "date")
	switch ended := c.HasEnded(g); {
	case ended == truth.Yes && !g.Ended.V.Date.Given():
		a.is = model.Given
	case ended != truth.Yes && g.Ended.V.Decision.Given() && c.Decided(g.Ended.V.Decision.V) == truth.No:
		a.is = model.Absent
	case ended == truth.CannotTell && !g.Ended.V.Date.Given():
		a.is = model.Unknown
	}
	c.add("working-group", g, due, a)
}

// agreement takes in when an agreement and its revisions are to enter into
// force, and when its review is due. Those of others are not our deadlines.
func (c *deadlines) agreement(a *model.Agreement) {
	if a.External.V {
		return
	}
	c.entry(a, "entry-into-force", a.EntryIntoForce, model.Text{}, "entry_into_force")
	for i, r := range a.Revisions.Pointers() {
		c.entry(a, "revision", r.EntryIntoForce, model.Text{Sv: r.Version.V}, "revisions", i, "entry_into_force")
	}
	if !a.ReviewDue.Given() {
		return
	}
	due := Deadline{Path: model.Path{}.At("review_due"), Due: a.ReviewDue.V, Thing: c.ShortName(a), Sources: Citations(a, nil, "review_due")}
	c.set(&due)
	c.add("review", a, due, reviewed(a).unless(c.HasEnded(a)))
}

// entry takes in a planned entry into force. Where no actual day is written the
// condition decides whether it has come.
func (c *deadlines) entry(a *model.Agreement, kind model.Word, entry model.Val[model.EntryIntoForce], version model.Text, path ...any) {
	e, ok := entry.Get()
	if !ok || !e.Planned.Given() {
		return
	}
	at := model.Path{}.At(path...)
	came := event(a, e.Actual)
	came.at.Path = at.At("actual")
	if e.Actual.Is == model.Absent {
		entered, since := c.entered(a, entry)
		came.at.Path, came.at.Date = at, since
		switch entered {
		case truth.Yes:
			came.is, came.date = model.Given, since
		case truth.CannotTell:
			came.is = model.Unknown
		}
	}
	due := Deadline{
		Path: at.At("planned"), Due: e.Planned.V, Thing: c.ShortName(a), Part: version,
		Sources: Citations(a, &e.Evidence, "entry_into_force.planned"),
	}
	c.set(&due, e.Decision)
	c.add(kind, a, due, came.unless(c.HasEnded(a)))
}

// reviewed is the day on which every part of a review was done.
func reviewed(a *model.Agreement) answer {
	done := event(a, model.Val[edtf.Date]{Is: a.Review.Is}, "review")
	if a.Review.Open() {
		done.is = model.Unknown
	}
	for i, r := range a.Review.All() {
		switch {
		case r.State.V == model.Done && r.Date.Given():
			if done.date.IsZero() || edtf.Order(done.date, r.Date.V) < 0 {
				done.date = r.Date.V
				done.at = Happening{a.Ref, model.Path{}.At("review", i, "date"), r.Date.V}
			}
		case r.State.V == model.Done, r.State.Is == model.Unknown, r.State.Is == model.Absent:
			done.is = model.Unknown
		case r.State.Is != model.NotApplicable:
			return answer{is: model.Absent, at: done.at}
		}
	}
	return done
}
