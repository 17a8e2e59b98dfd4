package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// issueOrder is the order in which an issue passes its states. From any of them
// but the last it may be dropped.
var issueOrder = []model.Word{IssueCaptured, IssuePrepared, IssuePrioritised, IssueDriven, IssueDone}

// The states of an issue.
const (
	IssueCaptured    model.Word = "captured"
	IssuePrepared    model.Word = "prepared"
	IssuePrioritised model.Word = "prioritised"
	IssueDriven      model.Word = "driven"
	IssueDone        model.Word = "done"
	IssueDropped     model.Word = "dropped"
)

// IssueIs tells whether an issue is in one of some states at the view's day.
// The state that is written is vouched for from the date of its newest source,
// and for as long as a source vouches for what changes: earlier the issue may
// have been in a state before it, later in one after it. One that has not been
// raised is in no state.
func (v *View) IssueIs(i *model.Issue, states ...model.Word) truth.Value {
	state, known := i.State.Get()
	switch {
	case v.raised(i) == truth.No, v.HasEnded(i) == truth.Yes, i.State.Is == model.None, i.State.Is == model.NotApplicable:
		return truth.No
	case !known:
		return truth.CannotTell
	}
	is := truth.Of(slices.Contains(states, state))
	for _, p := range v.possibleStates(i, state) {
		if slices.Contains(states, p) != (is == truth.Yes) {
			return truth.CannotTell
		}
	}
	return truth.And(v.raised(i), is)
}

// IssueIsOpen tells whether an issue is neither done nor dropped at the view's day.
func (v *View) IssueIsOpen(i *model.Issue) truth.Value {
	return v.IssueIs(i, IssueCaptured, IssuePrepared, IssuePrioritised, IssueDriven)
}

// raised tells whether an issue has been raised. Without a day of its own it was
// so on or before the date of its newest source.
func (v *View) raised(i *model.Issue) truth.Value {
	date := i.Raised.V.Date
	if !date.Given() {
		date = model.Val[edtf.Date]{}
	}
	return v.happened(date, Citations(i, &i.Raised.V.Evidence, "raised"))
}

// possibleStates are the states that an issue may be in at the view's day, by
// the one that its newest source tells of.
func (v *View) possibleStates(i *model.Issue, told model.Word) []model.Word {
	cites := Citations(i, nil, "state")
	already := truth.CannotTell
	if day, ok := v.firstDay(model.Val[edtf.Date]{}, cites); ok {
		already = day.Begun(v.Day)
	}
	over := told == IssueDone || told == IssueDropped
	still := over || v.goesOn(model.Val[edtf.Date]{}, cites, Changing) == truth.Yes
	at := slices.Index(issueOrder, told)
	if at < 0 {
		at = len(issueOrder) - 1
	}
	possible := []model.Word{told}
	if already != truth.Yes {
		possible = append(possible, issueOrder[:at]...)
	}
	if !still {
		possible = append(append(possible, issueOrder[at:]...), IssueDropped)
	}
	return possible
}

// OnlyOn tells whether an issue is handled on one level and no other at the
// view's day.
func (v *View) OnlyOn(i *model.Issue, level model.Word) truth.Value {
	if i.Level.Is == model.None || i.Level.Is == model.NotApplicable {
		return truth.No
	}
	levels := v.LevelsAt(i)
	unknown := i.Level.Open() || len(levels) == 0
	only, some := truth.Of(true), unknown
	if unknown {
		only = truth.CannotTell
	}
	for _, l := range levels {
		switch {
		case !l.Level.Given():
			only, some = truth.And(only, truth.CannotTell), true
		case l.Level.V == level:
			some = true
		default:
			only = truth.And(only, l.Holds.Not())
		}
	}
	if !some {
		return truth.No
	}
	return only
}

// LocalLevel is the level of a municipality or a part of one.
const LocalLevel model.Word = "local"
