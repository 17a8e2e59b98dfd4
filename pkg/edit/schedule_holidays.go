package edit

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/text"
)

// The Swedish public holidays, as the act on public holidays (1989:253) lists
// them, and the three eves on which offices are closed as on a Sunday.
var (
	fixedHolidays = []struct {
		month, day int
		name       text.Both
	}{
		{1, 1, text.Both{Sv: "nyårsdagen", En: "New Year's Day"}},
		{1, 6, text.Both{Sv: "trettondedag jul", En: "Epiphany"}},
		{5, 1, text.Both{Sv: "första maj", En: "May Day"}},
		{6, 6, text.Both{Sv: "nationaldagen", En: "the National Day"}},
		{12, 24, text.Both{Sv: "julafton", En: "Christmas Eve"}},
		{12, 25, text.Both{Sv: "juldagen", En: "Christmas Day"}},
		{12, 26, text.Both{Sv: "annandag jul", En: "Boxing Day"}},
		{12, 31, text.Both{Sv: "nyårsafton", En: "New Year's Eve"}},
	}
	easterHolidays = []struct {
		after edtf.Day // days after Easter Sunday
		name  text.Both
	}{
		{-2, text.Both{Sv: "långfredagen", En: "Good Friday"}},
		{0, text.Both{Sv: "påskdagen", En: "Easter Sunday"}},
		{1, text.Both{Sv: "annandag påsk", En: "Easter Monday"}},
		{39, text.Both{Sv: "Kristi himmelsfärdsdag", En: "Ascension Day"}},
		{49, text.Both{Sv: "pingstdagen", En: "Whit Sunday"}},
	}
	// A weekday between two dates, which are seven days.
	weekdayHolidays = []struct {
		month, first, weekday int
		name                  text.Both
	}{
		{6, 19, 5, text.Both{Sv: "midsommarafton", En: "Midsummer Eve"}},
		{6, 20, 6, text.Both{Sv: "midsommardagen", En: "Midsummer Day"}},
		{10, 31, 6, text.Both{Sv: "alla helgons dag", En: "All Saints' Day"}},
	}
)

// Holiday is the name of the day on which Swedish offices are closed, beside
// Saturdays and Sundays; ok is false for any other.
func Holiday(d edtf.Day) (name text.Both, ok bool) {
	year, month, day := d.Civil()
	for _, h := range fixedHolidays {
		if h.month == month && h.day == day {
			return h.name, true
		}
	}
	for _, h := range easterHolidays {
		if easter(year)+h.after == d {
			return h.name, true
		}
	}
	for _, h := range weekdayHolidays {
		first := edtf.DayOf(year, h.month, h.first)
		if Weekday(d) == h.weekday && d >= first && d < first+7 {
			return h.name, true
		}
	}
	return text.Both{}, false
}

// easter is Easter Sunday of a year of the Gregorian calendar, by the anonymous
// algorithm that Meeus gives in Astronomical Algorithms, chapter 8.
func easter(year int) edtf.Day {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return edtf.DayOf(year, n/31, n%31+1)
}
