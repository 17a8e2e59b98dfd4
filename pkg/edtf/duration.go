package edtf

import (
	"cmp"
	"strconv"
)

// Duration is a length of time in calendar units. P12M and P1Y are different
// values of equal length; [Duration.Compare] compares lengths.
type Duration struct{ Years, Months, Weeks, Days int }

// ParseDuration reads a duration of ISO 8601: P, then any of years (Y), months
// (M), weeks (W) and days (D) in that order, such as P12M, P1Y6M, P30D or P2W.
// There is no part for the time of day, no fraction and no sign. The error is a
// [*ParseError].
func ParseDuration(text string) (Duration, error) {
	d, reason := readDuration(text)
	if reason != none {
		return Duration{}, &ParseError{Text: text, Reason: reason}
	}
	return d, nil
}

func readDuration(text string) (d Duration, reason Reason) {
	if text == "" || text[0] != 'P' {
		return d, NotADuration
	}
	if text == "P" {
		return d, DurationEmpty
	}
	const units = "YMWD"
	fields := [len(units)]*int{&d.Years, &d.Months, &d.Weeks, &d.Days}
	next := 0 // the first unit that may still come
	for rest := text[1:]; rest != ""; {
		if rest[0] == 'T' {
			return d, DurationWithTime
		}
		digits := 0
		for digits < len(rest) && isDigit(rest[digits]) {
			digits++
		}
		if digits == 0 || digits == len(rest) {
			return d, NotADuration
		}
		mark := rest[digits]
		if mark == '.' || mark == ',' {
			return d, DurationFraction
		}
		u := 0
		for u < len(units) && units[u] != mark {
			u++
		}
		switch {
		case u == len(units):
			return d, NotADuration
		case u < next:
			return d, DurationOrder
		case digits > 6:
			return d, DurationTooLong
		}
		for _, c := range []byte(rest[:digits]) {
			*fields[u] = 10**fields[u] + int(c-'0')
		}
		next = u + 1
		rest = rest[digits+1:]
	}
	return d, none
}

// IsZero reports whether the duration has no length.
func (d Duration) IsZero() bool { return d == Duration{} }

// String gives the duration in the form that [ParseDuration] reads, without the
// units that are 0: P1Y6M. No length is P0D.
func (d Duration) String() string {
	b := []byte{'P'}
	for _, u := range [...]struct {
		n    int
		mark byte
	}{{d.Years, 'Y'}, {d.Months, 'M'}, {d.Weeks, 'W'}, {d.Days, 'D'}} {
		if u.n != 0 {
			b = append(strconv.AppendInt(b, int64(u.n), 10), u.mark)
		}
	}
	if len(b) == 1 {
		return "P0D"
	}
	return string(b)
}

// Compare is negative, 0 or positive as d is shorter than, as long as or longer
// than the other. Years and months have no fixed length in days, so both are
// counted from 2001-01-01, the beginning of a year without a leap day: P12M, P1Y
// and P365D are equal, and P1M is longer than P30D.
func (d Duration) Compare(other Duration) int {
	start := DayOf(2001, 1, 1)
	return cmp.Compare(start.Add(d), start.Add(other))
}

// Longer reports whether d is longer than the other, by [Duration.Compare].
func (d Duration) Longer(other Duration) bool { return d.Compare(other) > 0 }
