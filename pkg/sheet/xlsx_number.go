package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
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

// readFormats reads what format each style has.
func (w *workbook) readFormats() {
	codes := map[int]string{}
	if own := w.Styles.NumFmts; own != nil {
		for _, f := range own.NumFmt {
			codes[f.NumFmtID] = f.FormatCode
		}
	}
	if w.Styles.CellXfs == nil {
		return
	}
	for _, style := range w.Styles.CellXfs.Xf {
		format := numberFormat{}
		if id := style.NumFmtID; id != nil {
			format = builtIn(*id)
			if code, ok := codes[*id]; ok {
				format = formatOf(code)
			}
		}
		w.formats = append(w.formats, format)
	}
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

// write is a number as it is shown. A date that shows no day is a month or a year.
func (n numberFormat) write(f float64, from04 bool) string {
	date := n.year || n.month || n.day
	if date && !from04 && f >= 0 && f < 60 {
		f++ // spreadsheet programs believe that 1900 was a leap year, the library does not
	}
	t, err := excelize.ExcelDateToTime(f, from04)
	if !date && !n.clock || err != nil || f > 2_958_465 { // the last day of 9999
		s := strconv.FormatFloat(f, 'f', -1, 64)
		for len(s) < n.digits {
			s = "0" + s
		}
		return s
	}
	t = t.Round(time.Minute)
	switch clock := t.Format("15:04"); {
	case !date:
		return clock
	case n.day && n.clock && clock != "00:00":
		return t.Format("2006-01-02 15:04")
	case n.day:
		return t.Format("2006-01-02")
	case n.month:
		return t.Format("2006-01")
	}
	return t.Format("2006")
}
