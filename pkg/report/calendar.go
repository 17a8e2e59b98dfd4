// Package report turns a view of a registry into papers with a structure: the
// events of a calendar, and briefs for a meeting, a group, an organization and a
// representative. It words them in one language, by what the view derives, and
// leaves to others how they are written out. What it returns is not yet safe to
// print: records may hold anything.
package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Calendar is what a registry has on days: meetings, and what is due.
type Calendar struct {
	Name   string
	Day    edtf.Day // the day that it is told as of
	Events []Event  // by day, then by time of day
	// What is left out since the registry gives no day for it.
	Meetings, Deadlines, Activities int
}

// Event is one entry of a calendar.
type Event struct {
	// ID is the same however the registry words the event, and when its record
	// gets another id and tells the former one.
	ID      string
	Day     edtf.Day
	Clock   model.Clock // when it begins; "" for all of the day
	State   EventState
	Sort    text.Both // what sort of event it is
	Summary string
	Place   string
	Details []string // one line each
}

// EventState is how certain an event is.
type EventState uint8

const (
	Confirmed EventState = iota
	Tentative            // only proposed, or inferred
	Cancelled            // called off, or no longer due
)

// The sorts of events.
var (
	meetingSort  = text.Both{Sv: "möte", En: "meeting"}
	deadlineSort = text.Both{Sv: "tidsgräns", En: "deadline"}
	activitySort = text.Both{Sv: "aktivitet", En: "activity"}
)

// Scope narrows a calendar: what concerns all of those that are given. The zero
// value is everything.
type Scope struct {
	Group        *model.Group
	Person       *model.Representative
	Organization *model.Organization
	Within       edtf.Period
}

// NewCalendar gathers the calendar of a view. A meeting is an event where its
// day is known; a deadline stands on the last day that it can be.
func NewCalendar(w phrase.Writer, s Scope) *Calendar {
	c := &calendar{w: w, v: w.View, scope: s, ids: map[string]int{}}
	c.out.Day = w.View.Day
	c.name()
	c.groups = c.concerned()
	for _, m := range w.View.Meetings {
		c.meeting(m)
	}
	deadlines := w.View.Deadlines()
	for i := range deadlines {
		c.deadline(&deadlines[i])
	}
	c.undated()
	slices.SortStableFunc(c.out.Events, func(a, b Event) int {
		if a.Day != b.Day {
			return int(a.Day) - int(b.Day)
		}
		return strings.Compare(string(a.Clock), string(b.Clock))
	})
	return &c.out
}

// calendar gathers a Calendar.
type calendar struct {
	out    Calendar
	w      phrase.Writer
	v      *registry.View
	scope  Scope
	groups map[model.Ref]bool // those that a person or an organization takes part in
	ids    map[string]int
}

// name is that of the registry, and of whom the calendar is for.
func (c *calendar) name() {
	c.out.Name = c.v.Manifest.Name.V.In(string(c.w.Lang))
	for _, rec := range c.scope.records() {
		c.out.Name = c.v.ShortName(rec).In(string(c.w.Lang)) + " – " + c.out.Name
	}
}

// records are those that a scope names.
func (s Scope) records() []model.Record {
	var out []model.Record
	if s.Group != nil {
		out = append(out, s.Group)
	}
	if s.Person != nil {
		out = append(out, s.Person)
	}
	if s.Organization != nil {
		out = append(out, s.Organization)
	}
	return out
}

// concerned are the groups that the person or the organization of the scope may
// take part in at the view's day.
func (c *calendar) concerned() map[model.Ref]bool {
	groups := map[model.Ref]bool{}
	for _, g := range c.v.Groups {
		person, organization := truth.Yes, truth.Yes
		if p := c.scope.Person; p != nil {
			person = c.sits(c.v, g.Ref, p)
		}
		if o := c.scope.Organization; o != nil {
			organization = c.heard(c.v, g, o)
		}
		groups[g.Ref] = person != truth.No && organization != truth.No
	}
	return groups
}

// sits tells whether a person has a membership in a group at a view's day.
func (c *calendar) sits(v *registry.View, group model.Ref, p *model.Representative) truth.Value {
	sits := truth.No
	for _, s := range v.Memberships(group) {
		if s.Representative == p {
			sits = truth.Or(sits, v.Sits(s))
		}
	}
	return sits
}

// heard tells whether anybody speaks for an organization in a group at a view's
// day.
func (c *calendar) heard(v *registry.View, g *model.Group, o *model.Organization) truth.Value {
	heard := truth.No
	for _, voice := range v.VoicesIn(g, o) {
		heard = truth.Or(heard, voice.Holds)
	}
	return heard
}

// meeting takes in a meeting that the scope has, by who had part in the group on
// its day, or was there.
func (c *calendar) meeting(m *model.Meeting) {
	group := m.Group.V
	date, dated := m.Date.Get()
	then := c.v
	if dated && date.IsExact() {
		then = c.v.On(date.Earliest())
	}
	switch g, known := c.v.Group(group); {
	case c.scope.Group != nil && c.scope.Group.Ref != group,
		c.scope.Person != nil && c.sits(then, group, c.scope.Person) == truth.No && !attends(m, c.scope.Person.Ref),
		c.scope.Organization != nil && (!known || c.heard(then, g, c.scope.Organization) == truth.No) && !attends(m, c.scope.Organization.Ref):
		return
	}
	if c.scope.Within.ContainsDate(date) == truth.No {
		return
	}
	if !dated || !date.IsExact() {
		c.out.Meetings++
		return
	}
	e := Event{Day: date.Earliest(), Clock: m.Time.V, Sort: meetingSort, Place: m.Place.V.In(string(c.w.Lang))}
	e.Summary = c.pick("möte med ", "meeting of ") + c.w.Name(group)
	if title, ok := m.Title.Get(); ok {
		e.Summary = title.In(string(c.w.Lang))
		e.Details = append(e.Details, c.w.Name(group))
	}
	cites := registry.Citations(m, nil, "date")
	switch {
	case m.Status.V == model.Cancelled:
		e.State, e.Summary = Cancelled, c.pick("Inställt: ", "Cancelled: ")+e.Summary
	case m.Status.V == model.Planned && !cites.None() && cites.Stated().None():
		e.State = Tentative
	}
	if m.Status.Given() {
		e.Details = append(e.Details, text.Capital(phrase.Word("meeting-status", m.Status.V).In(c.w.Lang))+".")
	}
	if e.Clock == "" {
		e.Details = append(e.Details, c.pick("Klockslaget framgår inte.", "The time of day is not known."))
	} else {
		e.Details = append(e.Details, c.pick("Hur länge mötet varar framgår inte.", "How long the meeting lasts is not known."))
	}
	for i, item := range m.Agenda.All() {
		e.Details = append(e.Details, itemLine(c.w, i, item))
	}
	c.add(e, m, "", cites)
}

// attends reports whether somebody chairs a meeting or is recorded as present.
func attends(m *model.Meeting, ref model.Ref) bool {
	return m.Chair.V.Record() == ref || m.Acting.V.Record() == ref || slices.ContainsFunc(m.Present.Values(), func(r model.Ref) bool { return r.Record() == ref })
}

// add takes an event in, with where it comes from.
func (c *calendar) add(e Event, rec model.Record, part string, cites registry.Cited) {
	for source := range cites.All() {
		bare := *source
		bare.Says, bare.For = model.Val[model.Text]{}, model.List[string]{}
		line := c.pick("Källa: ", "Source: ") + c.w.Citation(&bare)
		if !slices.Contains(e.Details, line) {
			e.Details = append(e.Details, line)
		}
	}
	e.Details = append(e.Details, c.pick("Post: ", "Record: ")+rec.Base().Ref.String())
	e.ID = c.id(rec, part)
	c.out.Events = append(c.out.Events, e)
}

// id is the record by the first id that it has had, and the part of it. Two
// parts that nothing tells apart are numbered.
func (c *calendar) id(rec model.Record, part string) string {
	ref := rec.Base().Ref
	if former := rec.Base().Previously.Values(); len(former) > 0 {
		first := model.Ref{Kind: ref.Kind, ID: former[0]}
		if now, ok := c.v.Record(first); ok && now == rec {
			ref = first
		}
	}
	id := ref.String()
	if part != "" {
		id += "#" + part
	}
	c.ids[id]++
	if n := c.ids[id]; n > 1 {
		id += "~" + strconv.Itoa(n)
	}
	return id + "@" + c.host()
}

// host tells the registries of two counties apart.
func (c *calendar) host() string {
	if code, ok := c.v.Manifest.County.V.Code.Get(); ok {
		return "lan-" + string(code) + ".vis"
	}
	return "vis"
}

func (c *calendar) pick(sv, en string) string { return text.Both{Sv: sv, En: en}.In(c.w.Lang) }

// itemLine is an item of an agenda on one line.
func itemLine(w phrase.Writer, i int, item model.AgendaItem) string {
	title := string(item.ID.V)
	if t, ok := item.Title.Get(); ok {
		title = t.In(string(w.Lang))
	}
	line := text.Int(i+1, w.Lang) + ". " + title
	if item.Type.Given() {
		line += " (" + phrase.Word("agenda-type", item.Type.V).In(w.Lang) + ")"
	}
	return line
}
