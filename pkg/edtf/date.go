package edtf

import (
	"cmp"
	"strings"
)

// Date is a date of the registry: a text, and the interval of days it stands for.
// What happened on the date happened on one day of the interval, ends included.
//
// Dates can be compared with == and used as map keys; == compares what is written,
// so 2022-21 and 2022-spring differ. [Date.SameInterval] compares what is meant.
//
// The zero Date is one that nobody has written. It can be any day, so nothing
// follows from comparing it; where a missing date has a meaning of its own, as in
// a [Period], that is said there.
type Date struct {
	text             string
	earliest, latest Day
}

// OfDay gives the date that is exactly that day.
func OfDay(d Day) Date { return Between(d, d) }

// Between gives the date that is some day from the one to the other, which may
// come in either order; Past leaves it without a first day and Future without a
// last. Its text is the canonical one, and the shortest: from 1 to 28 February
// 2021 is 2021-02.
//
// Between(Past, Future) says nothing at all; its text, "..", is the only one that
// [Parse] does not read.
func Between(earliest, latest Day) Date {
	if earliest > latest {
		earliest, latest = latest, earliest
	}
	// Days that four digits cannot write are rounded outwards, which loses
	// exactness but never claims what was not given.
	switch {
	case earliest < firstDay:
		earliest = Past
	case earliest > lastDay:
		earliest = lastDay
	}
	switch {
	case latest > lastDay:
		latest = Future
	case latest < firstDay:
		latest = firstDay
	}
	var buf [maxText]byte
	return Date{text: string(describe(earliest, latest).appendTo(buf[:0])), earliest: earliest, latest: latest}
}

// Text gives the date as it was written.
func (d Date) Text() string { return d.text }

// String is [Date.Text].
func (d Date) String() string { return d.text }

// Canonical gives the spelling of the registry's date convention, with the EDTF
// spellings of the same folded into it. It has the same parts as the text and
// stands for the same interval.
func (d Date) Canonical() string {
	e, reason := read(d.text)
	if reason != none {
		return d.text // missing, or open at both ends
	}
	var buf [maxText]byte
	if b := e.appendTo(buf[:0]); string(b) != d.text {
		return string(b)
	}
	return d.text
}

// Earliest is the first day the date can be, or Past.
func (d Date) Earliest() Day {
	if d.IsZero() {
		return Past
	}
	return d.earliest
}

// Latest is the last day the date can be, or Future.
func (d Date) Latest() Day {
	if d.IsZero() {
		return Future
	}
	return d.latest
}

// IsZero reports whether the date is missing.
func (d Date) IsZero() bool { return d.text == "" }

// IsExact reports whether the date can be one day only.
func (d Date) IsExact() bool { return d.Earliest() == d.Latest() }

// IsYear reports whether the date is written as a year and nothing else.
func (d Date) IsYear() bool { return len(d.text) == 4 }

// Within reports whether every day the date can be is one that the other can be.
// Each date is within itself and within the zero Date.
func (d Date) Within(other Date) bool {
	return other.Earliest() <= d.Earliest() && d.Latest() <= other.Latest()
}

// Narrows reports whether the date says the same as the other but more exactly:
// it is within the other and leaves out some day of it.
func (d Date) Narrows(other Date) bool { return d.Within(other) && !d.SameInterval(other) }

// SameInterval reports whether the two dates stand for the same days, however
// they are written.
func (d Date) SameInterval(other Date) bool {
	return d.Earliest() == other.Earliest() && d.Latest() == other.Latest()
}

// Order sorts dates, for [slices.SortFunc]: by earliest day, then by latest, then
// by text. It is an order for lists and not an answer to which comes first; see
// [Before] for that.
func Order(a, b Date) int {
	return cmp.Or(
		cmp.Compare(a.Earliest(), b.Earliest()),
		cmp.Compare(a.Latest(), b.Latest()),
		strings.Compare(a.text, b.text),
	)
}
