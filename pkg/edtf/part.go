package edtf

import "strconv"

// unit is a length of the calendar that a part can name.
type unit uint8

const (
	day unit = iota
	month
	quarter
	half
	year
)

// months is how many months a unit has; a day has none.
var months = [...]int{day: 0, month: 1, quarter: 3, half: 6, year: 12}

// part is one unit of the calendar: a year, or the n-th month, quarter or half of
// it, or a day of its n-th month.
type part struct {
	unit   unit
	approx bool // ~
	year   int
	n      int
	day    int // only of a day
}

// partAt gives the part of that unit in which a day lies.
func partAt(d Day, u unit) part {
	y, m, dd := d.Civil()
	if u == day {
		return part{unit: day, year: y, n: m, day: dd}
	}
	return part{unit: u, year: y, n: (m-1)/months[u] + 1}
}

// readPart reads a text without ".." and "/".
func readPart(text string) (part, Reason) {
	if text == "" {
		return part{}, Empty
	}
	p, reason := readExact(text)
	if reason != NotADate {
		return p, reason
	}
	if text[0] == '~' {
		text = text[1:]
	} else if end := len(text) - 1; text[end] == '~' {
		text = text[:end]
	} else {
		return p, diagnose(text)
	}
	if p, reason = readExact(text); reason == NotADate {
		if text == "" || text[0] == '~' || text[len(text)-1] == '~' {
			return p, LooseTilde
		}
		return p, diagnose(text)
	}
	p.approx = true
	return p, reason
}

// readExact reads a part without ~.
func readExact(text string) (part, Reason) {
	if len(text) < 4 {
		return part{}, NotADate
	}
	hundreds, ok1 := twoDigits(text)
	ones, ok2 := twoDigits(text[2:])
	if !ok1 || !ok2 {
		return part{}, NotADate
	}
	p := part{unit: year, year: 100*hundreds + ones, n: 1}
	if len(text) > 4 {
		if text[4] != '-' {
			return part{}, NotADate
		}
		if reason := p.readWithin(text[5:]); reason != none {
			return part{}, reason
		}
	}
	if p.year < 1000 {
		return part{}, YearOutOfRange
	}
	return p, none
}

// readWithin reads what follows the year.
func (p *part) readWithin(text string) Reason {
	switch text {
	case "spring":
		p.unit, p.n = half, 1
		return none
	case "autumn":
		p.unit, p.n = half, 2
		return none
	case "Q1", "Q2", "Q3", "Q4":
		p.unit, p.n = quarter, int(text[1]-'0')
		return none
	}
	n, ok := twoDigits(text)
	switch {
	case !ok:
		return NotADate
	case len(text) == 2:
		return p.readCode(n)
	case len(text) != len("11-07") || text[2] != '-':
		return NotADate
	}
	p.unit, p.n = day, n
	p.day, ok = twoDigits(text[3:])
	switch {
	case !ok:
		return NotADate
	case n < 1 || n > 12:
		return NoSuchMonth
	case p.day < 1 || p.day > daysIn(p.year, n):
		return NoSuchDay
	}
	return none
}

// readCode reads two digits after the year: a month, or one of the codes that
// EDTF gives to seasons (21–24) and quarters (33–36).
func (p *part) readCode(n int) Reason {
	switch {
	case n >= 1 && n <= 12:
		p.unit, p.n = month, n
	case n == 21:
		p.unit, p.n = half, 1
	case n == 23:
		p.unit, p.n = half, 2
	case n == 22 || n == 24:
		return SeasonNotAllowed
	case n >= 33 && n <= 36:
		p.unit, p.n = quarter, n-32
	default:
		return NoSuchMonth
	}
	return none
}

// twoDigits reads the number at the beginning of a text.
func twoDigits(text string) (n int, ok bool) {
	if len(text) < 2 || !isDigit(text[0]) || !isDigit(text[1]) {
		return 0, false
	}
	return 10*int(text[0]-'0') + int(text[1]-'0'), true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// span gives the first and the last day of the part as written, without ~.
func (p part) span() (first, last Day) {
	if p.unit == day {
		d := DayOf(p.year, p.n, p.day)
		return d, d
	}
	length := months[p.unit]
	return DayOf(p.year, length*(p.n-1)+1, 1), DayOf(p.year, length*p.n+1, 0)
}

// interval gives the first and the last day that the part can mean. An
// approximate part reaches its own number of days further at each end, and as far
// as can be if that leaves the calendar.
func (p part) interval() (earliest, latest Day) {
	first, last := p.span()
	if !p.approx {
		return first, last
	}
	length := last - first + 1
	earliest, latest = first-length, last+length
	if earliest < firstDay {
		earliest = Past
	}
	if latest > lastDay {
		latest = Future
	}
	return earliest, latest
}

// appendTo appends the canonical text.
func (p part) appendTo(b []byte) []byte {
	if p.approx {
		b = append(b, '~')
	}
	b = strconv.AppendInt(b, int64(p.year), 10)
	switch p.unit {
	case quarter:
		b = append(b, '-', 'Q', byte('0'+p.n))
	case half:
		b = append(b, [...]string{"-spring", "-autumn"}[p.n-1]...)
	case month, day:
		b = appendTwo(append(b, '-'), p.n)
	}
	if p.unit == day {
		b = appendTwo(append(b, '-'), p.day)
	}
	return b
}

func appendTwo(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }
