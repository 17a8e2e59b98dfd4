package registry

import (
	"math"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// ClaimAt is a figure that a source reports beside the one that the records give
// for the same day.
type ClaimAt struct {
	Source *model.Source
	Index  int // position in the source's claims
	Claim  *model.Claim
	Metric string
	AsOf   edtf.Date // what the figure is of, else the date of the source; zero where neither is known
	// Reported is the figure, and Share tells that it is a part of 1. It lies
	// between Low and High, which are wider than it where it is approximate.
	Reported  model.Number
	Share     bool
	Low, High float64
	Computed  Measure
	Verdict   Verdict
}

// Verdict is what a comparison of a reported figure with the computed one says.
type Verdict uint8

const (
	Agrees       Verdict = iota // the records are all there are, and give the figure
	Contradicts                 // the records give another figure, whatever is not known
	NotReached                  // what is recorded for certain is too little, and there may be more
	CannotDecide                // what is recorded allows the figure, and others
	NoFigure                    // the claim has no figure, or no metric
	NoMetric                    // the metric is not one that the records give
	NoDay                       // nobody can tell which day the figure is of
	NoTolerance                 // the figure is approximate, and the registry says not how much
	AfterTheDay                 // the figure is of a later day than the view
)

// String is the word for it in data.
func (v Verdict) String() string {
	return [...]string{"agrees", "contradicts", "not-reached", "cannot-tell", "no-figure", "no-metric", "no-day", "no-tolerance", "after-the-day"}[v]
}

// Holds tells whether the reported figure agrees with the records. ok is false
// where there is nothing to compare.
func (v Verdict) Holds() (holds truth.Value, ok bool) {
	switch v {
	case Agrees:
		return truth.Yes, true
	case Contradicts:
		return truth.No, true
	case NoFigure, AfterTheDay:
		return truth.CannotTell, false
	}
	return truth.CannotTell, true
}

// Claims compares every figure that a source reports with the records, in the
// order of the sources.
func (v *View) Claims() []ClaimAt {
	var out []ClaimAt
	days := map[edtf.Day]*View{}
	on := func(day edtf.Day) *View {
		if days[day] == nil {
			days[day] = v.On(day)
		}
		return days[day]
	}
	for _, s := range v.Sources {
		for i, c := range s.Claims.Pointers() {
			out = append(out, v.claim(s, i, c, on))
		}
	}
	return out
}

// claim computes the metric as of the last day that the claim may be of.
func (v *View) claim(s *model.Source, i int, c *model.Claim, on func(edtf.Day) *View) ClaimAt {
	at := ClaimAt{Source: s, Index: i, Claim: c, Metric: c.Metric.V, AsOf: c.AsOf.V}
	if !c.AsOf.Given() {
		at.AsOf = s.Date.V
	}
	var given bool
	if at.Reported, given = c.Value.Get(); !given {
		at.Reported, given = c.Share.Get()
	}
	at.Share = !c.Value.Given() || IsShare(at.Metric)
	tolerance, tolerated := v.Thresholds().ApproxTolerance.Get()
	at.Low, at.High = at.Reported.Min, at.Reported.Max
	if at.Reported.Approx {
		at.Low, at.High = at.Low*(1-tolerance), at.High*(1+tolerance)
	}
	switch {
	case !c.Metric.Given(), !given:
		at.Verdict = NoFigure
		return at
	case at.AsOf.IsZero(), at.AsOf.Latest().IsOpen():
		at.Verdict = NoDay
		return at
	case at.AsOf.Earliest() > v.Day:
		at.Verdict = AfterTheDay
		return at
	}
	var known bool
	at.Computed, known = on(at.AsOf.Latest()).Metric(at.Metric, Scope{Groups: c.Scope.V, Supplements: c.Counting.V})
	switch {
	case !known:
		at.Verdict = NoMetric
	case at.Reported.Approx && !tolerated:
		at.Verdict = NoTolerance
	default:
		at.Verdict = at.compare()
	}
	return at
}

// compare tells whether the measure lies within the reported bounds. A smaller
// one contradicts them only where the records are said to be complete.
func (at *ClaimAt) compare() Verdict {
	m := at.Computed
	switch {
	case m.Min > at.High, m.Complete == truth.Yes && m.Max < at.Low:
		return Contradicts
	case m.Complete == truth.Yes && m.Min >= at.Low && m.Max <= at.High && !math.IsInf(m.Max, 1):
		return Agrees
	case m.Min < at.Low && !IsShare(at.Metric):
		return NotReached
	}
	return CannotDecide
}
