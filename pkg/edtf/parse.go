package edtf

import "strings"

// Parse reads a date in any of the spellings in the package comment. The error is
// a [*ParseError].
func Parse(text string) (Date, error) {
	e, reason := read(text)
	if reason != none {
		// The shape of the whole often tells the mistake better than the part
		// where reading stopped: in 7/11/2022 each slash looks like a range.
		if whole := diagnose(text); whole != NotADate {
			reason = whole
		}
		return Date{}, &ParseError{Text: text, Reason: reason}
	}
	earliest, latest := e.interval()
	return Date{text: text, earliest: earliest, latest: latest}, nil
}

// MustParse is [Parse] for texts in the program itself, such as those of tests.
// It panics where Parse gives an error.
func MustParse(text string) Date {
	d, err := Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

// maxText is the length of the longest canonical text.
const maxText = 2*len("~2022-autumn") + len("..")

// form is which ends of an expression are written.
type form uint8

const (
	single form = iota // X
	before             // ..X
	after              // X..
	ranged             // X..Y
	open               // .., never read
)

// expression is the content of a text: one part or two, and how they are joined.
// A single part stands in both from and to.
type expression struct {
	form     form
	from, to part
}

// read takes a text apart.
func read(text string) (expression, Reason) {
	form, from, to, reason := split(text)
	if reason != none {
		return expression{}, reason
	}
	e := expression{form: form}
	if form != before {
		if e.from, reason = readPart(from); reason != none {
			return e, reason
		}
	}
	switch form {
	case single:
		e.to = e.from
	case before, ranged:
		if e.to, reason = readPart(to); reason != none {
			return e, reason
		}
	}
	if form == ranged {
		// What is written has to make sense before ~ makes it wider.
		first, _ := e.from.span()
		_, last := e.to.span()
		if first > last {
			return e, Backwards
		}
	}
	return e, none
}

// split finds the parts of a text and how they are joined. It reads the slash of
// EDTF as well as the two dots; X../..Y, from X on and up to Y, is X..Y.
func split(text string) (f form, from, to string, reason Reason) {
	if text == "" {
		return single, "", "", Empty
	}
	if text == ".." || text == "../.." {
		return open, "", "", NoEnd
	}
	f = ranged
	if rest, ok := strings.CutPrefix(text, "../"); ok {
		f, to = before, rest
	} else if rest, ok := strings.CutPrefix(text, ".."); ok {
		f, to = before, rest
	} else if rest, ok := strings.CutSuffix(text, "/.."); ok {
		f, from = after, rest
	} else if rest, ok := strings.CutSuffix(text, ".."); ok {
		f, from = after, rest
	} else if l, r, ok := strings.Cut(text, "../.."); ok {
		from, to = l, r
	} else if l, r, ok := strings.Cut(text, "/"); ok {
		from, to = l, r
	} else if l, r, ok := strings.Cut(text, ".."); ok {
		from, to = l, r
	} else {
		return single, text, text, none
	}
	switch {
	case joined(from) || joined(to):
		return f, from, to, NestedOpen
	case from == "" && f != before, to == "" && f != after:
		return f, from, to, EndMissing
	default:
		return f, from, to, none
	}
}

func joined(s string) bool { return strings.Contains(s, "..") || strings.Contains(s, "/") }

// interval gives the first and the last day of the expression.
func (e expression) interval() (earliest, latest Day) {
	earliest, latest = Past, Future
	if e.form != before && e.form != open {
		earliest, _ = e.from.interval()
	}
	if e.form != after && e.form != open {
		_, latest = e.to.interval()
	}
	return earliest, latest
}

// appendTo appends the canonical text.
func (e expression) appendTo(b []byte) []byte {
	if e.form != before && e.form != open {
		b = e.from.appendTo(b)
	}
	if e.form == single {
		return b
	}
	b = append(b, ".."...)
	if e.form != after && e.form != open {
		b = e.to.appendTo(b)
	}
	return b
}

// describe finds the shortest expression for an interval: one part if a unit of
// the calendar is exactly that long, else two years, months or days.
func describe(earliest, latest Day) expression {
	switch {
	case earliest == Past && latest == Future:
		return expression{form: open}
	case earliest == Past:
		return expression{form: before, to: partAt(latest, day)}
	case latest == Future:
		return expression{form: after, from: partAt(earliest, day)}
	}
	for _, u := range []unit{day, year, half, quarter, month} {
		p := partAt(earliest, u)
		if first, last := p.span(); first == earliest && last == latest {
			return expression{form: single, from: p, to: p}
		}
	}
	for _, u := range []unit{year, month} {
		from, to := partAt(earliest, u), partAt(latest, u)
		first, _ := from.span()
		_, last := to.span()
		if first == earliest && last == latest {
			return expression{form: ranged, from: from, to: to}
		}
	}
	return expression{form: ranged, from: partAt(earliest, day), to: partAt(latest, day)}
}
