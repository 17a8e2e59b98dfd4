package registry

import (
	"strings"
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
	vouched    sync.Map // from an edtf.Day to the edtf.Date of that day or later
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

// Citations returns the citations of an attribute: those of the entry that
// holds it, else those of its record. attr is the path of the attribute
// without positions, which the `for` of a record's citation is compared with;
// entry may be nil.
func Citations(rec model.Record, entry *model.Evidence, attr string) []model.Citation {
	if entry != nil && len(entry.Sources.Items) > 0 {
		return entry.Sources.Values()
	}
	var out []model.Citation
	for _, c := range rec.Base().Sources.All() {
		if IsFor(c, attr) {
			out = append(out, c)
		}
	}
	return out
}

// IsFor reports whether a citation is for an attribute, given as a path without
// positions: it names that one, something around it or in it, or none at all.
func IsFor(c model.Citation, attr string) bool {
	if len(c.For.Items) == 0 || attr == "" {
		return true
	}
	for _, f := range c.For.All() {
		if f == attr || strings.HasPrefix(attr, f+".") || strings.HasPrefix(f, attr+".") {
			return true
		}
	}
	return false
}

// NewestSource returns the date of the newest of some sources: for each the
// later of `date` and `retrieved`. It is the zero Date where no source is dated.
func (r *Registry) NewestSource(cites []model.Citation) edtf.Date {
	var newest edtf.Date
	for i := range cites {
		ref, ok := cites[i].Source.Get()
		if !ok {
			continue
		}
		s, ok := Find[*model.Source](r, ref)
		if !ok {
			continue
		}
		for _, d := range []model.Val[edtf.Date]{s.Date, s.Retrieved} {
			if date, ok := d.Get(); ok {
				newest = later(newest, date)
			}
		}
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
func (v *View) Holds(span model.Span, cites []model.Citation, c Continuity) truth.Value {
	return v.HoldsOn(v.Day, span, cites, c)
}

// HoldsOn is Holds at another day than the view's.
func (v *View) HoldsOn(day edtf.Day, span model.Span, cites []model.Citation, c Continuity) truth.Value {
	from, begun := v.firstDay(span.From, cites)
	until, known := v.lastDay(span.Until, cites, c)
	answer := edtf.Holds(day, from, until)
	if (!begun || !known) && answer == truth.Yes {
		return truth.CannotTell
	}
	return answer
}

// firstDay gives the day a fact began. ok is false where nothing at all is
// known, and the date is then missing.
func (v *View) firstDay(from model.Val[edtf.Date], cites []model.Citation) (d edtf.Date, ok bool) {
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

// lastDay gives the day a fact ends. A fact that goes on has the missing date.
func (v *View) lastDay(until model.Val[edtf.Date], cites []model.Citation, c Continuity) (d edtf.Date, ok bool) {
	switch until.Is {
	case model.Given:
		return until.V, true
	case model.Unknown:
		return edtf.Date{}, false
	case model.Absent:
		after := v.thresholds().StaleAfter
		if c == Lasting || !after.Given() && after.Is != model.Unknown {
			return edtf.Date{}, true
		}
		newest := v.NewestSource(cites)
		if newest.IsZero() {
			return edtf.Date{}, false
		}
		// A limit that is not known may have been reached the day after.
		return v.vouchedUntil(newest.Earliest().Add(after.V)), true
	}
	return edtf.Date{}, true
}

// vouchedUntil is the last day of a fact that sources vouch for up to a day, and
// that nobody has ended: that day or any later one.
func (v *View) vouchedUntil(day edtf.Day) edtf.Date {
	if v.known == nil {
		return edtf.Between(day, edtf.Future)
	}
	if d, ok := v.known.vouched.Load(day); ok {
		return d.(edtf.Date)
	}
	d := edtf.Between(day, edtf.Future)
	v.known.vouched.Store(day, d)
	return d
}

// goesOn tells whether what ends on a day, which may be missing, has not ended
// by the view's day.
func (v *View) goesOn(until model.Val[edtf.Date], cites []model.Citation, c Continuity) truth.Value {
	last, known := v.lastDay(until, cites, c)
	switch {
	case !known:
		return truth.CannotTell
	case last.IsZero():
		return truth.Yes
	}
	return last.Ended(v.Day).Not()
}
