package edtf

import (
	"math"
	"time"
)

// Day is a day of the proleptic Gregorian calendar, counted from 1970-01-01,
// which is 0. Subtracting one Day from another gives the days between them.
//
// The calendar has the years 1000 to 9999, which is what four digits can write.
// The days outside it are not told apart: those before are [Past] and those after
// are [Future].
type Day int32

const (
	// Past lies before every day; as the earliest day of a date it means that
	// the date has no first day.
	Past Day = math.MinInt32
	// Future lies after every day; as the latest day of a date it means that
	// the date has no last day.
	Future Day = math.MaxInt32

	firstDay Day = -354285 // 1000-01-01
	lastDay  Day = 2932896 // 9999-12-31

	secondsPerDay = 24 * 60 * 60
)

// DayOf gives the day with that year, month and day of the month. As in
// [time.Date], a month or day outside its range runs over into the next or the
// previous: the day 0 of March is the last of February.
func DayOf(year, month, day int) Day {
	t := time.Date(bound(year), time.Month(bound(month)), bound(day), 0, 0, 0, 0, time.UTC)
	switch days := t.Unix() / secondsPerDay; {
	case days < int64(firstDay):
		return Past
	case days > int64(lastDay):
		return Future
	default:
		return Day(days)
	}
}

// bound keeps sums of calendar units from overflowing. What lies beyond it is
// outside the calendar anyway.
func bound(n int) int {
	const limit = 10_000_000
	return max(-limit, min(n, limit))
}

// ParseDay reads a day written YYYY-MM-DD, and no other form. The error is a
// [*ParseError].
func ParseDay(text string) (Day, error) {
	p, reason := readPart(text)
	if reason == NotADate || reason == none && (p.unit != day || p.approx) {
		reason = NotADay
	}
	if reason != none {
		return 0, &ParseError{Text: text, Reason: reason}
	}
	first, _ := p.span()
	return first, nil
}

// IsOpen reports whether d is Past or Future, and so no day at all.
func (d Day) IsOpen() bool { return d == Past || d == Future }

// Civil gives the year, the month (1–12) and the day of the month (1–31).
// Past and Future have none: all three are 0.
func (d Day) Civil() (year, month, day int) {
	if d.IsOpen() {
		return 0, 0, 0
	}
	y, m, dd := time.Unix(int64(d)*secondsPerDay, 0).UTC().Date()
	return y, int(m), dd
}

// String gives the day as YYYY-MM-DD, and ".." for Past and Future.
func (d Day) String() string {
	if d.IsOpen() {
		return ".."
	}
	return time.Unix(int64(d)*secondsPerDay, 0).UTC().Format(time.DateOnly)
}

// Add gives the day that lies t after d: first the years and months, where a day
// that the month does not have becomes its last (31 January and a month is 28
// February), then the weeks and days. Past and Future stay what they are.
func (d Day) Add(t Duration) Day { return d.shift(t, 1) }

// Sub gives the day that lies t before d, by the rule of [Day.Add]. Because months
// differ in length the two do not always undo each other.
func (d Day) Sub(t Duration) Day { return d.shift(t, -1) }

func (d Day) shift(t Duration, sign int) Day {
	if d.IsOpen() {
		return d
	}
	year, month, dd := d.Civil()
	year += sign * bound(t.Years)
	month += sign * bound(t.Months)
	dd = min(dd, daysIn(year, month))
	return DayOf(year, month, dd+sign*(7*bound(t.Weeks)+bound(t.Days)))
}

// daysIn is the number of days of a month, which may lie outside 1–12.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}
