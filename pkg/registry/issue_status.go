package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// The derived statuses of an issue beside the states that its file says.
const (
	NotRaised     model.Word = "not-raised"
	EndedIssue    model.Word = "ended"
	ReplacedIssue model.Word = "replaced"
)

// IssueStatus derives the status of an issue at the view's day: not raised, then
// the state that its newest source tells of. Earlier it may have been in a state
// before that one, and when the sources are older than `thresholds.stale_after`
// in one after it (model.md, "At a date D"; see IssueIs). What is not captured
// by any source is not guessed.
func (v *View) IssueStatus(i *model.Issue) Status {
	st := Status{State: NotRaised}
	raised := fact(i.Ref, IssueCaptured, FactRaised, i.Raised.V.Date.V, "raised")
	if by, ok := i.Raised.V.By.Get(); ok {
		raised.By = []model.Ref{by}
	}
	when := v.raised(i)
	if when == truth.No {
		st.support(truth.No, raised)
		return st
	}
	if when == truth.CannotTell && !i.Raised.V.Date.Given() {
		st.State = Undetermined
		st.doubt(NotRaised)
	}
	st.reach(when, raised)
	v.toldState(i, when, &st)
	v.priority(i, &st)
	v.end(i, &st, EndedIssue, ReplacedIssue)
	return st
}

// toldState takes in the state that an issue's newest source tells of. The issue
// was in that state on or before the day of the source.
func (v *View) toldState(i *model.Issue, raised truth.Value, st *Status) {
	state, known := i.State.Get()
	if !known {
		if i.State.Is != model.None && i.State.Is != model.NotApplicable {
			st.doubt(append(slices.Clone(issueOrder), IssueDropped)...)
			st.support(truth.CannotTell, fact(i.Ref, "", FactStateUnknown, edtf.Date{}, "state"))
		}
		return
	}
	cites := Citations(i, nil, "state")
	day, _ := v.firstDay(model.Val[edtf.Date]{}, cites)
	told := fact(i.Ref, state, FactTold, day, "state")
	possible := v.possibleStates(i, state)
	if raised != truth.Yes {
		st.doubt(possible...)
		return
	}
	if day.Begun(v.Day) != truth.Yes && state != IssueCaptured {
		// Not yet told: as far as is known it was captured, and perhaps more.
		st.doubt(possible...)
		told.Holds = truth.CannotTell
		st.Reasons = append(st.Reasons, told)
		return
	}
	if st.State == state {
		st.support(truth.Yes, told)
	} else {
		st.reach(truth.Yes, told)
	}
	if at := slices.Index(possible, state); at >= 0 {
		st.doubt(slices.Delete(slices.Clone(possible), at, at+1)...)
	}
	if len(st.Possible) > 0 && day.Begun(v.Day) == truth.Yes {
		st.support(truth.CannotTell, fact(i.Ref, "", FactStale, day, "state"))
	}
}

// priority takes in the decision or plan that an issue's priority rests on. It
// changes no state: an issue may be prioritised and not yet driven.
func (v *View) priority(i *model.Issue, st *Status) {
	switch ref, ok := i.Priority.Get(); {
	case ok:
		r := fact(i.Ref, "", FactPriority, edtf.Date{}, "priority")
		r.By = []model.Ref{ref}
		if d, ok := v.Decision(ref); ok {
			r.Date = d.Date.V
		}
		st.support(v.Prioritised(i), r)
	case i.Priority.Is == model.None, i.Priority.Is == model.Unknown:
		st.support(v.Prioritised(i), fact(i.Ref, "", FactPriority, edtf.Date{}, "priority"))
	}
}

// Prioritised tells whether an issue rests on a priority that governs at the
// view's day: a decision that is taken, or a plan in effect. An issue that names
// none is not known to.
func (v *View) Prioritised(i *model.Issue) truth.Value {
	ref, ok := i.Priority.Get()
	if !ok {
		if i.Priority.Is == model.None {
			return truth.No
		}
		return truth.CannotTell
	}
	if p, ok := Find[*model.Plan](v.Registry, ref); ok {
		return v.PlanHolds(p)
	}
	return v.Decided(ref)
}

// LevelAt is a level that an issue is handled on, and how certain that is.
type LevelAt struct {
	model.IssueLevel
	Index int
	Holds truth.Value
}

// LevelsAt returns the levels that an issue may be handled on at the view's day:
// those of its newest dated entries, and those without a day until a dated one
// has begun (model.md, "issue": `level: [{level, from}]`). An issue may be handled
// on several levels at once.
func (v *View) LevelsAt(i *model.Issue) []LevelAt {
	var out []LevelAt
	for n, l := range i.Level.All() {
		holds := truth.Yes
		if l.From.Is != model.Absent {
			holds = v.happened(l.From, Citations(i, &l.Evidence, "level"))
		}
		for m, other := range i.Level.All() {
			if m != n && other.From.Given() && (!l.From.Given() || edtf.Before(l.From.V, other.From.V) == truth.Yes) {
				holds = truth.And(holds, other.From.V.Begun(v.Day).Not())
			}
		}
		if holds = truth.And(holds, v.raised(i)); holds != truth.No {
			out = append(out, LevelAt{l, n, holds})
		}
	}
	return out
}
