package edtf

import "github.com/vis-samverkan/vis/pkg/truth"

// Period is the time from one date through another, both included. A zero From
// means that it has always been so and a zero Until that it still is; whoever
// knows better what a missing date means fills it in first.
//
// A vague bound is one unknown day, not many: {2022, 2023} began on some day of
// 2022 and ended on some day of 2023.
type Period struct{ From, Until Date }

// OfYear gives the period from the first through the last day of a date. It is
// what the short form `period: 2022` means: all of the year, and not some day of
// it. An end that the date leaves open is left out.
func OfYear(year Date) Period {
	var p Period
	if d := year.Earliest(); d != Past {
		p.From = OfDay(d)
	}
	if d := year.Latest(); d != Future {
		p.Until = OfDay(d)
	}
	return p
}

// Ordered tells whether the period begins no later than it ends: No if the first
// day it can begin comes after the last it can end. A period that lacks a bound
// is in order.
func (p Period) Ordered() truth.Value { return orderedUnlessMissing(p.From, p.Until) }

// Contains tells whether the period holds on that day; see [Holds].
func (p Period) Contains(day Day) truth.Value { return Holds(day, p.From, p.Until) }

// ContainsDate tells whether the day that date stands for lies within the period:
// Yes if each day it can be does for certain, No if none can.
func (p Period) ContainsDate(date Date) truth.Value {
	begun, ongoing := truth.Yes, truth.Yes
	if !p.From.IsZero() {
		begun = NotAfter(p.From, date)
	}
	if !p.Until.IsZero() {
		ongoing = NotAfter(date, p.Until)
	}
	return truth.And(begun, ongoing)
}

// Overlap tells whether the periods have a day in common: each has begun when the
// other ends. Both are taken to be in order; see [Period.Ordered].
func Overlap(a, b Period) truth.Value {
	return truth.And(orderedUnlessMissing(a.From, b.Until), orderedUnlessMissing(b.From, a.Until))
}

// orderedUnlessMissing is [NotAfter] where a missing date is no bound at all.
func orderedUnlessMissing(from, until Date) truth.Value {
	if from.IsZero() || until.IsZero() {
		return truth.Yes
	}
	return NotAfter(from, until)
}
