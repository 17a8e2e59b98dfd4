package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// InEffect tells whether what names a decision is in effect at the view's day:
// from the day it was decided, or its own later first day. A proposal governs
// nothing. A decision that is unknown means in use, decision not found.
// Without any decision the first day alone counts.
func (v *View) InEffect(decision model.Val[model.Ref], from model.Val[edtf.Date]) truth.Value {
	begun := truth.Yes
	switch from.Is {
	case model.Given:
		begun = from.V.Begun(v.Day)
	case model.Unknown:
		begun = truth.CannotTell
	}
	ref, ok := decision.Get()
	if !ok {
		return begun
	}
	return truth.And(v.Decided(ref), begun)
}

// runs tells whether a fact that may name a decision is so at the view's day:
// it holds, and is in effect. With a decision and no first day of its own it is
// so from the day of the decision, whatever the dates of its sources.
func (v *View) runs(span model.Span, decision model.Val[model.Ref], cites Cited, c Continuity) truth.Value {
	ref, ok := decision.Get()
	switch {
	case !ok:
		return v.Holds(span, cites, c)
	case span.From.Is == model.Absent:
		return truth.And(v.Decided(ref), v.goesOn(span.Until, cites, c))
	}
	return truth.And(v.Decided(ref), v.Holds(span, cites, c))
}

// happened tells whether an event has taken place by the view's day. Without a
// date it took place on or before the date of its newest source.
func (v *View) happened(date model.Val[edtf.Date], cites Cited) truth.Value {
	if date.Is == model.None || date.Is == model.NotApplicable {
		return truth.No
	}
	day, ok := v.firstDay(date, cites)
	if !ok {
		return truth.CannotTell
	}
	return day.Begun(v.Day)
}

// Decided tells whether a decision was taken on or before the view's day. A
// decision that has no record cannot be told.
func (v *View) Decided(ref model.Ref) truth.Value {
	d, ok := v.Decision(ref)
	if !ok {
		return truth.CannotTell
	}
	if state, known := d.State.Get(); !known {
		return truth.CannotTell
	} else if state != model.Decided {
		return truth.No
	}
	if date, known := d.Date.Get(); known {
		return date.Begun(v.Day)
	}
	return truth.CannotTell
}

// HasEnded tells whether a record has ended by the view's day. A record
// without `ended` has not, and an end whose decision is only proposed governs
// nothing. An end without a day came when it was decided, else on or before the
// date of its newest source.
func (v *View) HasEnded(rec model.Record) truth.Value {
	switch rec.Base().Ended.Is {
	case model.Given:
	case model.Unknown:
		return truth.CannotTell
	default:
		return truth.No
	}
	ended := &rec.Base().Ended.V
	decided := truth.Yes
	ref, named := ended.Decision.Get()
	if named {
		decided = v.Decided(ref)
	}
	over := truth.CannotTell
	switch {
	case ended.Date.Given():
		over = ended.Date.V.Ended(v.Day)
	case ended.Date.Is == model.Absent && named:
		over = truth.Yes
	case ended.Date.Is == model.Absent:
		if last, ok := v.firstDay(ended.Date, Citations(rec, &ended.Evidence, "ended")); ok {
			over = last.Ended(v.Day)
		}
	}
	return truth.And(decided, over)
}
