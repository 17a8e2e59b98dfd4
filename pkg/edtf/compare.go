package edtf

import "github.com/vis-samverkan/vis/pkg/truth"

// Before tells whether a is an earlier day than b: Yes if a's last day comes
// before b's first, No if a's first day is not before b's last.
func Before(a, b Date) truth.Value {
	switch {
	case a.Latest() < b.Earliest():
		return truth.Yes
	case a.Earliest() >= b.Latest():
		return truth.No
	default:
		return truth.CannotTell
	}
}

// NotAfter tells whether a is b's day or an earlier one.
func NotAfter(a, b Date) truth.Value { return Before(b, a).Not() }

// SameDay tells whether a and b are one day: Yes only if both are exact, No if
// they have no day in common.
func SameDay(a, b Date) truth.Value {
	switch {
	case a.Latest() < b.Earliest() || b.Latest() < a.Earliest():
		return truth.No
	case a.IsExact() && b.IsExact():
		return truth.Yes
	default:
		return truth.CannotTell
	}
}

// FallsOn tells whether the date is that day: Yes only if the date is exact, No if
// the day is outside its interval.
func (d Date) FallsOn(day Day) truth.Value {
	switch {
	case day < d.Earliest() || d.Latest() < day:
		return truth.No
	case d.IsExact():
		return truth.Yes
	default:
		return truth.CannotTell
	}
}

// Begun tells whether what starts on the date has started on that day: Yes from
// the date's last day on, No before its first.
func (d Date) Begun(day Day) truth.Value {
	switch {
	case d.Latest() <= day:
		return truth.Yes
	case d.Earliest() > day:
		return truth.No
	default:
		return truth.CannotTell
	}
}

// Ended tells whether what lasts through the date is over on that day: Yes after
// the date's last day, No up to and including its first.
func (d Date) Ended(day Day) truth.Value {
	switch {
	case d.Latest() < day:
		return truth.Yes
	case d.Earliest() >= day:
		return truth.No
	default:
		return truth.CannotTell
	}
}

// Holds tells whether what began on from and lasts through until is so on that
// day, as the registry's date convention has it: Yes if from's last day ≤ day ≤
// until's first; No if from's first day > day or until's last < day.
//
// A zero from has always begun and a zero until has never ended. Where a missing
// date means something else, such as the date of a source, the caller puts that in
// its place.
func Holds(day Day, from, until Date) truth.Value {
	begun, ended := truth.Yes, truth.No
	if !from.IsZero() {
		begun = from.Begun(day)
	}
	if !until.IsZero() {
		ended = until.Ended(day)
	}
	return truth.And(begun, ended.Not())
}

// Gap gives the fewest and the most days there can be from the one date to the
// other, negative where to comes first. It is not ok if either date is missing or
// open at an end, and then both numbers are 0.
func Gap(from, to Date) (fewest, most int, ok bool) {
	for _, d := range [...]Day{from.Earliest(), from.Latest(), to.Earliest(), to.Latest()} {
		if d.IsOpen() {
			return 0, 0, false
		}
	}
	return int(to.Earliest() - from.Latest()), int(to.Latest() - from.Earliest()), true
}
