package report

import (
	"net/url"
	"slices"
	"strconv"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// deadline takes in a deadline that the scope has.
func (c *calendar) deadline(d *registry.Deadline) {
	rec, ok := c.v.Record(d.Record)
	if !ok || !c.touches(rec, d.Path) {
		return
	}
	last := d.Due.Latest()
	if d.Due.IsZero() || last.IsOpen() {
		if c.scope.Within.ContainsDate(d.Due) != truth.No {
			c.out.Deadlines++
		}
		return
	}
	if c.scope.Within.Contains(last) != truth.Yes {
		return
	}
	e := Event{Day: last, Sort: deadlineSort}
	if d.Kind.ID == "activity" {
		e.Sort = activitySort
	}
	what := d.What().In(c.w.Lang)
	switch {
	case d.Outcome == registry.Lapsed:
		e.State, e.Summary = Cancelled, c.pick("Inte längre aktuellt: ", "No longer due: ")+what
	case d.Proposed:
		e.State, e.Summary = Tentative, c.pick("Föreslagen tidsgräns: ", "Proposed deadline: ")+what
	default:
		e.Summary = c.pick("Tidsgräns: ", "Deadline: ") + what
	}
	if !d.Due.IsExact() {
		e.Details = append(e.Details, dueWithin.Say(c.w.Lang, text.Args{"due": d.Due}))
	}
	if d.First {
		e.Details = append(e.Details, c.pick("Det ska vara gjort vid gruppens första möte under tiden.", "It is due at the first meeting of the group during that time."))
	}
	e.Details = append(e.Details, text.Capital(Outcome(d).Say(c.w.Lang, text.Args{"day": c.out.Day, "fewest": d.Fewest, "event": d.Event.Date}))+".")
	c.add(e, rec, part(rec, d), d.Sources)
}

var dueWithin = text.Both{
	Sv: "Källan säger: {due}. Här står den sista dagen det kan vara.",
	En: "The source says: {due}. This is the last day that it can be.",
}

// Outcome tells what has become of a deadline by a day; {day}, {fewest} and
// {event} stand for the day, the days that have passed or slipped, and the day
// of the event.
func Outcome(d *registry.Deadline) text.Both {
	switch d.Outcome {
	case registry.NotDue:
		return text.Both{Sv: "tiden hade inte gått ut {day}", En: "the time was not up on {day}"}
	case registry.Met:
		if d.Event.Date.IsZero() {
			return text.Both{Sv: "gjort, men vilken dag framgår inte", En: "done, but on which day is not known"}
		}
		return text.Both{Sv: "gjort i tid, {event}", En: "done in time, {event}"}
	case registry.Late:
		if d.Fewest == d.Most {
			return text.Both{Sv: "gjort {event}, {fewest|en dag|# dagar} efter tidsgränsen", En: "done {event}, {fewest|one day|# days} after the deadline"}
		}
		return text.Both{Sv: "gjort {event}, minst {fewest|en dag|# dagar} efter tidsgränsen", En: "done {event}, at least {fewest|one day|# days} after the deadline"}
	case registry.Overdue:
		return text.Both{Sv: "inte gjort {day}, {fewest|en dag|# dagar} efter tidsgränsen", En: "not done on {day}, {fewest|one day|# days} after the deadline"}
	case registry.Lapsed:
		return text.Both{Sv: "det som skulle göras har upphört eller ersatts", En: "what was due has ended or been replaced"}
	}
	return text.Both{Sv: "om det är gjort framgår inte av källorna {day}", En: "whether it is done the sources do not tell as of {day}"}
}

// part is what tells a deadline of a record from its others, and does not hang
// on the order of a list or the wording.
func part(rec model.Record, d *registry.Deadline) string {
	at := -1
	for _, step := range d.Path {
		if step.Index >= 0 {
			at = step.Index
		}
	}
	id := string(d.Kind.ID)
	if at < 0 {
		return id
	}
	own := ""
	switch rec := rec.(type) {
	case *model.Plan:
		own = string(rec.Activities.Items[at].V.ID.V)
	case *model.Agreement:
		own = rec.Revisions.Items[at].V.Version.V
	case *model.Group:
		switch d.Kind.ID {
		case "status":
			own = string(rec.History.Items[at].V.Status.V)
		case "step":
			own = strconv.Itoa(rec.Establishment.V.Steps.Items[at].V.Step.V)
		}
	}
	if own == "" {
		return id
	}
	return id + "-" + url.PathEscape(own)
}

// touches reports whether what is due concerns all that the scope names: the
// record is theirs or mentions them, or they are parties of the agreement.
func (c *calendar) touches(rec model.Record, path model.Path) bool {
	if g := c.scope.Group; g != nil && !c.mentions(rec, path, g.Ref) {
		return false
	}
	if o := c.scope.Organization; o != nil && !c.mentions(rec, path, o.Ref) && !c.viaGroup(rec, path) {
		return false
	}
	if p := c.scope.Person; p != nil && !c.mentions(rec, path, p.Ref) && !c.viaGroup(rec, path) {
		return false
	}
	return true
}

// viaGroup reports whether what is due concerns a group that the person or the
// organization of the scope takes part in.
func (c *calendar) viaGroup(rec model.Record, path model.Path) bool {
	for g, in := range c.groups {
		if in && c.mentions(rec, path, g) {
			return true
		}
	}
	return false
}

// mentions reports whether a record is the one asked about, or refers to it. Of a
// plan that is somebody else's only the activity counts.
func (c *calendar) mentions(rec model.Record, path model.Path, ref model.Ref) bool {
	if rec.Base().Ref == ref {
		return true
	}
	if p, ok := rec.(*model.Plan); ok {
		if p.Owner.V.Record() == ref || slices.Contains(p.With.Values(), ref) {
			return true
		}
		if len(path) > 1 && path[1].Index >= 0 {
			a := p.Activities.Items[path[1].Index].V
			return a.Responsible.V.Record() == ref || slices.ContainsFunc(a.About.Values(), func(r model.Ref) bool { return r.Record() == ref })
		}
		return false
	}
	if a, ok := rec.(*model.Agreement); ok && ref.Kind == model.OrganizationKind {
		parties, _ := c.v.Parties(a)
		if slices.ContainsFunc(parties, func(p registry.PartyAt) bool { return p.Organization == ref && p.Holds != truth.No }) {
			return true
		}
	}
	return slices.Contains(c.v.Referrers(ref), rec.Base().Ref)
}

// undated counts the activities that are not done and have no day.
func (c *calendar) undated() {
	if c.scope.Within != (edtf.Period{}) {
		return // nobody can tell whether they are of the time
	}
	for _, p := range c.v.Plans {
		if c.v.PlanHolds(p) == truth.No {
			continue
		}
		for i, a := range p.Activities.Pointers() {
			if !a.Due.Given() && !a.Done.Given() && a.State.V != model.Done && c.touches(p, model.Path{}.At("activities", i)) {
				c.out.Activities++
			}
		}
	}
}
