package registry

import (
	"sync"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// View is a registry as it is at a day: what holds, what is in effect, what
// cannot be told.
type View struct {
	*Registry
	Day   edtf.Day // the day asked about
	Clock edtf.Day // today: what only a held meeting is compared with

	known *known // nil for a view that is only looked through once
}

// known keeps what many rules ask of one view, each derived once. Goroutines
// may share it.
type known struct {
	agreements sync.Map // from *model.Agreement to its Status
	deadlines  func() []Deadline
}

// At returns the view at a day. clock is today's date.
func (r *Registry) At(day, clock edtf.Day) *View {
	v := &View{Registry: r, Day: day, Clock: clock, known: &known{}}
	v.known.deadlines = sync.OnceValue(v.deriveDeadlines)
	return v
}

// On is the view at another day.
func (v *View) On(day edtf.Day) *View {
	if day == v.Day {
		return v
	}
	w := *v
	w.Day, w.known = day, nil
	return &w
}

// Continuity is how long a fact without a last day goes on.
type Continuity uint8

const (
	// Lasting facts go on until something ends them: organizations, names,
	// agreements, legal requirements, guidelines and their parameters.
	Lasting Continuity = iota
	// Changing facts are vouched for until the date of their newest source plus
	// `thresholds.stale_after`, and after that nobody can tell: people, seats,
	// meetings, chairs, plans, secretariats.
	Changing
)

// NewestSource returns the date of the newest of some sources: for each the
// later of `date` and `retrieved`. It is the zero Date where no source is dated.
func (r *Registry) NewestSource(cites Cited) edtf.Date {
	var newest edtf.Date
	for c := range cites.All() {
		if date := r.sourceDate(c); !date.IsZero() {
			newest = later(newest, date)
		}
	}
	return newest
}

// AnyUndated reports whether one of some sources has no date.
func (r *Registry) AnyUndated(cites Cited) bool {
	for c := range cites.All() {
		if r.sourceDate(c).IsZero() {
			return true
		}
	}
	return false
}

// sourceDate is the later of a cited source's `date` and `retrieved`.
func (r *Registry) sourceDate(c *model.Citation) edtf.Date {
	s, ok := Find[*model.Source](r, c.Source.V)
	if !ok {
		return edtf.Date{}
	}
	newest := s.Date.V
	if s.Retrieved.Given() {
		newest = later(newest, s.Retrieved.V)
	}
	return newest
}

// later is the day of the later of two events. The first may be missing.
func later(a, b edtf.Date) edtf.Date {
	switch {
	case a.IsZero(), a.Earliest() <= b.Earliest() && a.Latest() <= b.Latest():
		return b
	case b.Earliest() <= a.Earliest() && b.Latest() <= a.Latest():
		return a
	}
	return edtf.Between(max(a.Earliest(), b.Earliest()), max(a.Latest(), b.Latest()))
}

// Holds tells whether a fact with a first and a last day, either of which may
// be missing, is so at the view's day. cites are the fact's citations.
func (v *View) Holds(span model.Span, cites Cited, c Continuity) truth.Value {
	return v.HoldsOn(v.Day, span, cites, c)
}

// HoldsOn is Holds at another day than the view's.
func (v *View) HoldsOn(day edtf.Day, span model.Span, cites Cited, c Continuity) truth.Value {
	return truth.And(v.begunBy(day, span.From, cites), v.endedBefore(day, span.Until, cites, c).Not())
}

// begunBy tells whether a fact with a first day, which may be missing, had begun
// by a day.
func (v *View) begunBy(day edtf.Day, from model.Val[edtf.Date], cites Cited) truth.Value {
	switch from.Is {
	case model.Given:
		return from.V.Begun(day)
	case model.None, model.NotApplicable:
		return truth.Yes // always
	case model.Absent:
		if newest := v.NewestSource(cites); !newest.IsZero() && newest.Latest() <= day {
			return truth.Yes
		}
	}
	return truth.CannotTell
}

// endedBefore tells whether a fact with a last day, which may be missing, had ended
// before a day. Nobody can tell of what changes hands once its sources are old.
func (v *View) endedBefore(day edtf.Day, until model.Val[edtf.Date], cites Cited, c Continuity) truth.Value {
	switch until.Is {
	case model.Given:
		return until.V.Ended(day)
	case model.None, model.NotApplicable:
		return truth.No // never
	case model.Absent:
		after := v.thresholds().StaleAfter
		if c == Lasting || !after.Given() && after.Is != model.Unknown {
			return truth.No
		}
		// A limit that is not known may have been reached the day after.
		if newest := v.NewestSource(cites); !newest.IsZero() && day <= newest.Earliest().Add(after.V) {
			return truth.No
		}
	}
	return truth.CannotTell
}

// firstDay gives the day a fact began. ok is false where nothing at all is
// known, and the date is then missing.
func (v *View) firstDay(from model.Val[edtf.Date], cites Cited) (d edtf.Date, ok bool) {
	switch from.Is {
	case model.Given:
		return from.V, true
	case model.None, model.NotApplicable:
		return edtf.Date{}, true // always
	case model.Absent:
		if newest := v.NewestSource(cites); !newest.IsZero() {
			return edtf.Between(edtf.Past, newest.Latest()), true
		}
	}
	return edtf.Date{}, false
}

// goesOn tells whether what ends on a day, which may be missing, has not ended
// by the view's day.
func (v *View) goesOn(until model.Val[edtf.Date], cites Cited, c Continuity) truth.Value {
	return v.endedBefore(v.Day, until, cites, c).Not()
}
