package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/text"
)

// The reasons why a date cannot be read.
var (
	twoDigitYear = text.Both{Sv: "året står med två siffror; skriv fyra", En: "the year has two digits; write four"}
	twoWays      = text.Both{Sv: "dag och månad kan förväxlas; skriv ÅÅÅÅ-MM-DD", En: "day and month may be taken for each other; write YYYY-MM-DD"}
	noYear       = text.Both{Sv: "året saknas", En: "the year is missing"}
	notADate     = text.Both{Sv: "det är inget datum som kan läsas; skriv till exempel 2026-09-17, 2026-09 eller 2026", En: "it is no date that can be read; write such as 2026-09-17, 2026-09 or 2026"}
	noSuchDay    = text.Both{Sv: "den dagen finns inte", En: "there is no such day"}
)

// months are the names that months begin with, in both languages.
var months = []string{"jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}

var longMonths = map[string]int{
	"januari": 1, "january": 1, "februari": 2, "february": 2, "mars": 3, "march": 3, "april": 4, "may": 5, "juni": 6, "june": 6,
	"juli": 7, "july": 7, "augusti": 8, "august": 8, "september": 9, "sept": 9, "oktober": 10, "october": 10, "oct": 10,
	"november": 11, "december": 12,
}

var seasons = map[string]string{
	"våren": "spring", "vår": "spring", "spring": "spring", "hösten": "autumn", "höst": "autumn", "autumn": "autumn",
}

// The forms that people write, in lower case and with single spaces.
var (
	isoTime    = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[t ]00:00(:00)?$`)
	compact    = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	slashed    = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)
	dayMonth   = regexp.MustCompile(`^(\d{1,2})[/.](\d{1,2})[ .,-]+(\d{4})$`)
	dotted     = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{4})$`)
	yearFirst  = regexp.MustCompile(`^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$`)
	dayName    = regexp.MustCompile(`^(?:den )?(\d{1,2})(?::?e|:a|st|nd|rd|th)?\.? (\pL+)\.?,? (\d{4})$`)
	nameDay    = regexp.MustCompile(`^(\pL+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`)
	monthYear  = regexp.MustCompile(`^(\pL+)\.?,? (\d{4})$`)
	quarter    = regexp.MustCompile(`^(?:q|kv|kvartal) ?([1-4])[ ,/-]+(\d{4})$`)
	quarterEnd = regexp.MustCompile(`^(\d{4})[ ,/-]+(?:q|kv|kvartal) ?([1-4])$`)
	shortYear  = regexp.MustCompile(`^(\d{1,2}[/.-]\d{1,2}[/. -]+'?\d{2}|\d{2}-\d{2}-\d{2}|\d{6})$`)
	yearless   = regexp.MustCompile(`^(?:den )?\d{1,2}(?:[/.]\d{1,2}| \pL+)$`)
)

// about are the words before a date, with what a registry writes instead.
var about = []struct{ word, before, after string }{
	{"omkring ", "~", ""}, {"cirka ", "~", ""}, {"ca ", "~", ""}, {"ca. ", "~", ""}, {"about ", "~", ""}, {"circa ", "~", ""},
	{"senast ", "..", ""}, {"by ", "..", ""}, {"tidigast ", "", ".."}, {"not before ", "", ".."},
}

// Date reads a date as people write it and gives it as a registry writes it,
// with no more exactness than it has. Where it cannot be read, why tells.
func Date(s string) (date string, why text.Both) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	for _, a := range about {
		if rest, ok := strings.CutPrefix(s, a.word); ok {
			inner, why := Date(rest)
			if why != (text.Both{}) {
				return "", why
			}
			return checked(a.before + inner + a.after)
		}
	}
	if m := isoTime.FindStringSubmatch(s); m != nil {
		return checked(m[1])
	}
	if d, err := edtf.Parse(upperQuarter(s)); err == nil {
		return d.Canonical(), text.Both{}
	}
	if m := slashed.FindStringSubmatch(s); m != nil && number(m[1]) <= 12 && number(m[2]) <= 12 && m[1] != m[2] {
		return "", twoWays
	}
	for _, form := range []struct {
		like             *regexp.Regexp
		year, month, day int
	}{{compact, 1, 2, 3}, {slashed, 3, 2, 1}, {dayMonth, 3, 2, 1}, {dotted, 3, 2, 1}, {yearFirst, 1, 2, 3}, {dayName, 3, 2, 1}, {nameDay, 3, 1, 2}, {monthYear, 2, 1, 0}} {
		m := form.like.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		if season := seasons[m[form.month]]; form.day == 0 && season != "" {
			return checked(m[form.year] + "-" + season)
		}
		month := monthOf(m[form.month])
		if month == 0 {
			break
		}
		out := fmt.Sprintf("%s-%02d", m[form.year], month)
		if form.day > 0 {
			out += fmt.Sprintf("-%02d", number(m[form.day]))
		}
		return checked(out)
	}
	if m := quarter.FindStringSubmatch(s); m != nil {
		return checked(m[2] + "-Q" + m[1])
	}
	if m := quarterEnd.FindStringSubmatch(s); m != nil {
		return checked(m[1] + "-Q" + m[2])
	}
	switch {
	case shortYear.MatchString(s):
		return "", twoDigitYear
	case yearless.MatchString(s):
		return "", noYear
	}
	return "", notADate
}

// checked is a date that has the right form: its day must exist too.
func checked(s string) (string, text.Both) {
	d, err := edtf.Parse(s)
	if err != nil {
		return "", noSuchDay
	}
	return d.Canonical(), text.Both{}
}

// upperQuarter gives the sign of a quarter back its form: 2023-q1.
func upperQuarter(s string) string { return strings.ReplaceAll(s, "-q", "-Q") }

// monthOf is the number of a month by its number or its name; 0 for none.
func monthOf(s string) int {
	if n := number(s); n > 0 {
		return n
	}
	for i, m := range months {
		if s == m {
			return i + 1
		}
	}
	return longMonths[s]
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
