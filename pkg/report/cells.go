package report

import (
	"math"
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// inPlace is a cell of the answer in the place of a value; empty where nothing
// stands there.
func (d *Desk) inPlace(is model.Answer) Cell {
	return Cell{Text: d.Answer(is), Doubt: is == model.Unknown}
}

// told is a cell of a text of a record, or of the answer in its place.
func (d *Desk) told(t model.Val[model.Text]) Cell {
	if t.Given() {
		return words(t.V.In(string(d.Lang)))
	}
	return d.inPlace(t.Is)
}

// named is a cell of a reference of a record, or of the answer in its place.
func (d *Desk) named(ref model.Val[model.Ref]) Cell {
	if ref.Given() {
		return d.record(ref.V)
	}
	return d.inPlace(ref.Is)
}

// listed is a cell of references of a record, or of the answer in their place.
func (d *Desk) listed(refs model.List[model.Ref]) Cell {
	c := d.list(refs.Values())
	if c.Text == "" {
		return d.inPlace(refs.Is)
	}
	c.Doubt = refs.Open()
	return c
}

// amount is a cell of a number of a record, or of the answer in its place.
func (d *Desk) amount(n model.Val[model.Number]) Cell {
	if !n.Given() {
		return d.inPlace(n.Is)
	}
	c := Cell{Text: d.Lang.Write(n.V), Value: Bounds{n.V.Min, n.V.Max}}
	if n.V.Min == n.V.Max {
		c.Value = n.V.Min
	}
	return c
}

// tallied is a cell of how many seats there are. complete tells whether those
// counted are all there are.
func (d *Desk) tallied(t registry.Tally, complete truth.Value) Cell {
	if complete != truth.Yes {
		t.Max = math.Inf(1)
		if t.Min == 0 {
			return d.untold()
		}
	}
	return d.between(t.Min, t.Max)
}

// slipped is a cell of the days between a deadline and what it waited for, or
// that have gone since it passed; empty where it is kept or not yet due.
func (d *Desk) slipped(due *registry.Deadline) Cell {
	switch due.Outcome {
	case registry.Late, registry.Overdue:
		if due.Most == 0 {
			return d.between(float64(due.Fewest), math.Inf(1))
		}
		return d.between(float64(due.Fewest), float64(due.Most))
	}
	return Cell{}
}

// outcome is a cell of what has become of a deadline by the view's day.
func (d *Desk) outcome(due *registry.Deadline) Cell {
	how := Outcome(due)
	if due.Outcome == registry.Undecidable && d.happened(due) {
		how = text.Both{Sv: "gjort {event}; om det var i tid går inte att säga", En: "done {event}; whether that was in time cannot be told"}
	}
	c := words(d.say(how, text.Args{"day": d.View.Day, "fewest": due.Fewest, "event": due.Event.Date}))
	c.Doubt = due.Outcome == registry.Undecidable
	return c
}

// dueOn is a cell of when something is due. A first meeting that is not recorded
// is told in words.
func (d *Desk) dueOn(due *registry.Deadline) Cell {
	if dec, ok := d.View.Decision(due.Record); ok && due.First && due.FirstMeeting.IsZero() {
		return Cell{Text: d.say(text.Both{Sv: "första mötet med {group}, {in}", En: "the first meeting of {group}, {in}"}, text.Args{
			"group": phrase.Name(d.View, dec.Deadline.V.FirstMeetingOf.V), "in": due.Window,
		}), Value: due.Window}
	}
	if !due.Due.IsZero() {
		return d.date(due.Due)
	}
	return d.untold()
}

// happened reports whether what a deadline waits for has come for certain by the
// view's day, on a day that is told.
func (d *Desk) happened(due *registry.Deadline) bool {
	return !due.Event.Date.IsZero() && due.Event.Date.Begun(d.View.Day) == truth.Yes
}

// since is a cell of the day from which a record has its status, and the
// citations of what the status rests on.
func (d *Desk) since(rec model.Record) (Cell, registry.Cited) {
	st, ok := d.View.StatusOf(rec)
	if !ok {
		return Cell{}, registry.Cited{}
	}
	because, _ := st.Because()
	if because.Holds == truth.No {
		return d.date(st.Since), registry.Cited{}
	}
	return d.date(st.Since), d.View.SourcesOf(because)
}

// guideline is the guideline that the day is judged by: that in force, else the
// only one that may be; nil where nobody can tell.
func (d *Desk) guideline() *model.Guideline {
	if g, _ := d.View.Guideline(); g != nil {
		return g
	}
	var may []*model.Guideline
	for _, g := range d.View.Guidelines {
		if d.View.GuidelineInForce(g) == truth.CannotTell {
			may = append(may, g)
		}
	}
	if len(may) == 1 {
		return may[0]
	}
	return nil
}

// standing is what the envelope of a parameter says of it.
func standing[T any](p model.Val[model.Param[T]]) model.Standing {
	return model.Standing{Status: p.V.Status, Decision: p.V.Decision, From: p.V.From, Until: p.V.Until}
}

// governs tells in a sentence whether what a guideline says of something is to be
// followed at the view's day. What is only proposed governs nothing.
func (d *Desk) governs(what text.Both, g *model.Guideline, s model.Standing) string {
	args := text.Args{"what": what, "day": d.View.Day, "decision": ""}
	if g == nil {
		return d.say(text.Both{Sv: "Vilken riktlinje som gällde {day} går inte att säga.", En: "Which guideline was in force on {day} cannot be told."}, args)
	}
	if s.Decision.Given() {
		args["decision"] = d.in(" (", " (") + d.Name(s.Decision.V) + ")"
	}
	governs, decided := d.View.Governing(s)
	switch {
	case s.Status.Is == model.Absent:
		return d.say(text.Both{Sv: "Riktlinjen säger inget om {what}.", En: "The guideline says nothing of {what}."}, args)
	case governs == truth.Yes && decided:
		return d.say(text.Both{Sv: "Det som riktlinjen säger om {what} är beslutat{decision}.", En: "What the guideline says of {what} is decided{decision}."}, args)
	case governs == truth.Yes:
		return d.say(text.Both{Sv: "Det som riktlinjen säger om {what} är iakttaget och inte beslutat.", En: "What the guideline says of {what} is observed and not decided."}, args)
	case governs == truth.No:
		return d.say(text.Both{Sv: "Det som riktlinjen säger om {what} är bara föreslaget{decision} och styr ingenting {day}; jämförelsen visar hur det skulle falla ut.", En: "What the guideline says of {what} is only proposed{decision} and governs nothing on {day}; the comparison shows how it would come out."}, args)
	}
	return d.say(text.Both{Sv: "Om det som riktlinjen säger om {what} gällde {day} går inte att säga.", En: "Whether what the guideline says of {what} was in effect on {day} cannot be told."}, args)
}

// groupsByName sorts groups by what they are called.
func (d *Desk) groupsByName(groups []*model.Group) []*model.Group {
	groups = slices.Clone(groups)
	order := text.NewSorter(d.Lang)
	slices.SortStableFunc(groups, func(a, b *model.Group) int {
		return order.Compare(d.View.ShortName(a).In(string(d.Lang)), d.View.ShortName(b).In(string(d.Lang)))
	})
	return groups
}

// sums tells how many answers are yes, and for how many there is none.
func (d *Desk) sums(how text.Both, c truth.Count) string {
	s := d.say(how, d.countArgs(c))
	if c.CannotTell > 0 {
		s += d.say(text.Both{Sv: "; för {open} går det inte att säga", En: "; for {open} it cannot be told"}, d.countArgs(c))
	}
	return s + "."
}

// countArgs are the answers as arguments of a message, with the view's day.
func (d *Desk) countArgs(c truth.Count) text.Args {
	return text.Args{"all": c.Total(), "yes": c.Yes, "no": c.No, "open": c.CannotTell, "day": d.View.Day}
}

// months are the first and the last month of a year that a date may lie in; ok is
// false where it lies in none.
func months(t edtf.Date, year int) (first, last int, ok bool) {
	begins, ends := edtf.DayOf(year, 1, 1), edtf.DayOf(year, 12, 31)
	if t.IsZero() || t.Earliest() > ends || t.Latest() < begins {
		return 0, 0, false
	}
	_, first, _ = max(t.Earliest(), begins).Civil()
	_, last, _ = min(t.Latest(), ends).Civil()
	return first, last, true
}
