package registry

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// DeadlineKind is one row of the table of deadlines: the field that says when
// something is due, and the field that says when it happened.
type DeadlineKind struct {
	ID         model.Word
	Of         model.Kind
	Due, Event string    // fields, as paths without positions
	What       text.Both // what is due; {thing} and {part} stand for the record and the entry in it
}

// deadlineKinds is the table of deadlines. What is not in it has none.
var deadlineKinds = [...]DeadlineKind{
	{"decision", model.DecisionKind, "deadline", "date", text.Both{Sv: "beslutet ”{thing}”", En: "the decision “{thing}”"}},
	{"activity", model.PlanKind, "activities.due", "activities.done", text.Both{Sv: "aktiviteten ”{part}” i {thing}", En: "the activity “{part}” of {thing}"}},
	{"status", model.GroupKind, "history.due", "history.date", text.Both{Sv: "läget ”{part}” för {thing}", En: "the status “{part}” of {thing}"}},
	{"step", model.GroupKind, "establishment.steps.due", "establishment.steps.done", text.Both{Sv: "etableringens steg {part} för {thing}", En: "step {part} of the establishment of {thing}"}},
	{"entry-into-force", model.AgreementKind, "entry_into_force.planned", "entry_into_force.actual", text.Both{Sv: "ikraftträdandet av {thing}", En: "the entry into force of {thing}"}},
	{"revision", model.AgreementKind, "revisions.entry_into_force.planned", "revisions.entry_into_force.actual", text.Both{Sv: "ikraftträdandet av version {part} av {thing}", En: "the entry into force of version {part} of {thing}"}},
	{"review", model.AgreementKind, "review_due", "review.date", text.Both{Sv: "översynen av {thing}", En: "the review of {thing}"}},
	{"inventory", model.GroupKind, "local_groups.inventory.due", "local_groups.inventory.done", text.Both{Sv: "inventeringen av lokala grupper för {thing}", En: "the inventory of local groups of {thing}"}},
	{"working-group", model.GroupKind, "ends", "ended.date", text.Both{Sv: "avslutningen av {thing}", En: "the end of {thing}"}},
	{"core", model.GuidelineKind, "core.from", "seats", text.Both{Sv: "kärnans tillträde i {thing}", En: "the core of {thing} taking office"}},
	{"establishment", model.GuidelineKind, "establishment_window", "history.date", text.Both{Sv: "etableringen av samrådsgrupperna enligt {thing}", En: "the establishment of the consultation groups of {thing}"}},
}

// DeadlineKinds returns the table of deadlines.
func DeadlineKinds() []DeadlineKind { return deadlineKinds[:] }

// DeadlineOutcome is what has become of a deadline by a day.
type DeadlineOutcome uint8

const (
	// Undecidable: nobody can tell. The event is not known, or no source is new
	// enough to say that it has not happened.
	Undecidable DeadlineOutcome = iota
	// NotDue: the last day of the deadline has not passed.
	NotDue
	// Met: the event came no later than the last day.
	Met
	// Late: the event came after the last day.
	Late
	// Overdue: the last day has passed and the event has not come.
	Overdue
	// Lapsed: what was due ended or was replaced first.
	Lapsed
)

// Deadline is one thing that is due, and what has become of it at the view's
// day.
type Deadline struct {
	Kind        DeadlineKind
	Record      model.Ref
	Path        model.Path // of the date that is due
	Thing, Part model.Text // what is due: the record, and the entry in it
	Sources     Cited
	Due         edtf.Date // zero where it is not known
	// FirstMeeting is the meeting that a deadline of that form stands for, and
	// First tells that it has that form. The meeting is zero where nobody can
	// tell which it is.
	First        bool
	FirstMeeting model.Ref
	// Window is the time in which that meeting is; zero for other deadlines.
	Window edtf.Date
	// Event is what answers the deadline, where it is recorded.
	Event Happening
	// Proposed tells that only a proposal sets the deadline; Proposal is the
	// decision that is not taken, where it is one.
	Proposed bool
	Proposal model.Ref
	Outcome  DeadlineOutcome
	// Fewest and Most are the days from the deadline to the event, where it is
	// late; Most is 0 where nothing bounds it. Where it is overdue both are the
	// days since it passed.
	Fewest, Most int
}

// Happening is an event and where it stands.
type Happening struct {
	Record model.Ref
	Path   model.Path
	Date   edtf.Date // zero where it is not known
}

// When is the time that a deadline names: its day, or the time of a first meeting
// that is not recorded. It is zero where neither is known.
func (d *Deadline) When() edtf.Date {
	if d.First && d.FirstMeeting.IsZero() {
		return d.Window
	}
	return d.Due
}

// What is what is due, in words.
func (d *Deadline) What() text.Both {
	fill := func(template, lang string) string {
		return strings.NewReplacer("{thing}", d.Thing.In(lang), "{part}", d.Part.In(lang)).Replace(template)
	}
	return text.Both{Sv: fill(d.Kind.What.Sv, "sv"), En: fill(d.Kind.What.En, "en")}
}

// Deadlines returns every deadline of the registry, in the order of the
// records, with what has become of it at the view's day.
func (v *View) Deadlines() []Deadline {
	if v.known != nil {
		return v.known.deadlines()
	}
	return v.deriveDeadlines()
}

func (v *View) deriveDeadlines() []Deadline {
	c := deadlines{View: v}
	for _, g := range v.Guidelines {
		c.guideline(g)
	}
	for _, a := range v.Agreements {
		c.agreement(a)
	}
	for _, g := range v.Groups {
		c.group(g)
	}
	for _, d := range v.Decisions {
		c.decision(d)
	}
	for _, p := range v.Plans {
		c.plan(p)
	}
	return c.found
}

// deadlines collects.
type deadlines struct {
	*View
	found []Deadline
}

// answer is what the registry says of the event that a deadline waits for.
type answer struct {
	is    model.Answer
	date  edtf.Date // where is is Given; zero if the event came on a day that is not known
	at    Happening
	ended truth.Value // whether what was due has ended or been replaced
}

// event is the answer of a date.
func event(rec model.Record, date model.Val[edtf.Date], path ...any) answer {
	return answer{is: date.Is, date: date.V, at: Happening{rec.Base().Ref, model.Path{}.At(path...), date.V}, ended: truth.No}
}

// unless takes in that what was due may have ended or been replaced.
func (a answer) unless(ended truth.Value) answer {
	a.ended = ended
	return a
}

// set tells who sets a deadline: a decision, or nothing in particular.
func (c *deadlines) set(d *Deadline, by ...model.Val[model.Ref]) {
	for _, decision := range by {
		if ref, ok := decision.Get(); ok && c.Decided(ref) == truth.No {
			d.Proposed, d.Proposal = true, ref
		}
	}
	// What rests on inference alone has the status proposed.
	stated, inferred := false, false
	for citation := range d.Sources.All() {
		inferred = true
		stated = stated || citation.Basis.V != model.Inferred
	}
	d.Proposed = d.Proposed || inferred && !stated
}

// add judges a deadline by what is said of its event, and takes it in.
func (c *deadlines) add(kind model.Word, rec model.Record, d Deadline, a answer) {
	for i := range deadlineKinds {
		if deadlineKinds[i].ID == kind {
			d.Kind = deadlineKinds[i]
		}
	}
	if a.is == model.NotApplicable {
		return
	}
	d.Record = rec.Base().Ref
	if a.is == model.Given {
		d.Event = a.at
	}
	d.Outcome, d.Fewest, d.Most = c.outcome(d.Due, a, d.Sources)
	c.found = append(c.found, d)
}

// outcome tells what has become of a deadline, which has passed when its last
// day has.
func (v *View) outcome(due edtf.Date, a answer, cites Cited) (o DeadlineOutcome, fewest, most int) {
	passed := !due.IsZero() && due.Latest() < v.Day
	switch {
	case due.IsZero():
		return Undecidable, 0, 0
	case a.is == model.Given && !a.date.IsZero():
		begun := a.date.Begun(v.Day)
		last := edtf.OfDay(due.Latest())
		late := edtf.NotAfter(a.date, last).Not()
		switch {
		case begun == truth.No && !passed:
			return NotDue, 0, 0
		case begun == truth.No:
			return v.overdue(due)
		case late == truth.Yes:
			fewest, most = slip(due, a.date)
			return Late, fewest, most
		case late == truth.No && begun == truth.Yes:
			return Met, 0, 0
		case !passed:
			return NotDue, 0, 0
		}
		return Undecidable, 0, 0
	case !passed:
		return NotDue, 0, 0
	case a.is == model.Given:
		return Met, 0, 0
	case a.ended == truth.Yes:
		return Lapsed, 0, 0
	case a.is == model.Unknown, a.ended == truth.CannotTell:
		return Undecidable, 0, 0
	case a.is == model.Absent && v.heardOf(cites) != truth.Yes:
		return Undecidable, 0, 0
	}
	return v.overdue(due)
}

// overdue counts the days since a deadline passed.
func (v *View) overdue(due edtf.Date) (o DeadlineOutcome, fewest, most int) {
	since := int(v.Day - due.Latest())
	return Overdue, since, since
}

// slip is the days from a deadline that has passed to a later event: from any
// day that the one can be to any day that the other can be. most is 0 where
// nothing bounds it.
func slip(due, event edtf.Date) (fewest, most int) {
	if fewest, most, ok := edtf.Gap(due, event); ok {
		return fewest, most
	}
	return int(event.Earliest() - due.Latest()), 0
}

// heardOf tells whether sources are new enough for their silence to count: what
// they do not tell of has not happened. Where the project sets no limit they
// always are.
func (v *View) heardOf(cites Cited) truth.Value {
	if after := v.thresholds().StaleAfter; !after.Given() && after.Is != model.Unknown {
		return truth.Yes
	}
	return v.Stale(cites).Not()
}
