package sheet

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// numberFormat is how a number is shown, as far as it says what the number is.
type numberFormat struct {
	year, month, day, clock bool
	digits                  int // a code with so many, zeros before it
}

// builtIn are the formats that a workbook names by number alone: those of dates
// and times (ECMA-376, part 1, 18.8.30).
func builtIn(id int) numberFormat {
	switch {
	case id >= 14 && id <= 16, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return numberFormat{year: true, month: true, day: true}
	case id == 17:
		return numberFormat{year: true, month: true}
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47, id == 55, id == 56:
		return numberFormat{clock: true}
	case id == 22:
		return numberFormat{year: true, month: true, day: true, clock: true}
	}
	return numberFormat{}
}

// readStyles reads what format each style has.
func (w *workbook) readStyles(name string) error {
	const most = 65_000
	codes := map[int]string{}
	within := false
	return w.walk(name, func(e element) error {
		id, _ := strconv.Atoi(e.attr("numFmtId"))
		switch {
		case e.name == "numFmt":
			codes[id] = e.attr("formatCode")
		case e.name == "cellXfs":
			within = true
		case e.name == "xf" && within && len(w.styles) == most:
			return &FileError{Why: tooManyParts}
		case e.name == "xf" && within:
			format := builtIn(id)
			if code, ok := codes[id]; ok {
				format = formatOf(code)
			}
			w.styles = append(w.styles, format)
		}
		return nil
	}, func(name, _ string) error {
		if name == "cellXfs" {
			within = false
		}
		return nil
	})
}

// notShownAsIs are the parts of a format that are text: quoted, escaped, or the
// colours and languages within brackets.
var notShownAsIs = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[[^\]]*\]`)

var zeros = regexp.MustCompile(`^0{2,}$`)

// formatOf reads a format that a person chose. An m is a minute beside hours or
// seconds and else a month.
func formatOf(code string) numberFormat {
	code, _, _ = strings.Cut(code, ";")
	plain := strings.ToLower(notShownAsIs.ReplaceAllString(code, ""))
	has := func(letters string) bool { return strings.ContainsAny(plain, letters) }
	switch {
	case zeros.MatchString(plain):
		return numberFormat{digits: len(plain)}
	case strings.Contains(plain, "general"):
		return numberFormat{}
	}
	f := numberFormat{year: has("y"), day: has("d"), clock: has("hs") || strings.Contains(strings.ToLower(code), "[h")}
	f.month = has("m") && (f.year || f.day || !f.clock)
	return f
}

// days1904 is the first day of the workbooks that count from 1904.
const days1904 = 1462

// write is a number as it is shown. A date that shows no day is a month or a year.
func (n numberFormat) write(f float64, first int) string {
	date := n.year || n.month || n.day
	if !date && !n.clock || f < 0 || f > 2_958_465 { // the last day of 9999
		s := strconv.FormatFloat(f, 'f', -1, 64)
		for len(s) < n.digits {
			s = "0" + s
		}
		return s
	}
	minutes := int(math.Round(f * 24 * 60))
	days, rest := minutes/(24*60), minutes%(24*60)
	clock := time.Date(0, 1, 1, rest/60, rest%60, 0, 0, time.UTC).Format("15:04")
	if !date {
		return clock
	}
	if first == 0 && days < 60 {
		days++ // the program believes that 1900 was a leap year
	}
	day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days+first)
	switch {
	case n.day && n.clock && rest > 0:
		return day.Format("2006-01-02 ") + clock
	case n.day:
		return day.Format("2006-01-02")
	case n.month:
		return day.Format("2006-01")
	}
	return day.Format("2006")
}
