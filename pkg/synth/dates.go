package synth

import "github.com/vis-samverkan/vis/pkg/edtf"

// day is a day of the calendar. 0 stands for no day; no record is that old.
type day = edtf.Day

// AsOf is the day for which a synthetic registry is valid and decided: give it
// to `vis validate --as-of`. All sources are from before it, and no fact that
// changes hands is older than `thresholds.stale_after` on it.
const AsOf = "2026-06-30"

// lastYear is the year of AsOf: half of its meetings are held and half planned.
const lastYear = 2026

var (
	asOf = date(2026, 6, 30)
	// retrieved is when the web pages were read, after the last event.
	retrieved = date(2026, 6, 24)

	frameworkFrom = date(2022, 1, 1)
	guidelineFrom = date(2022, 3, 1)
	structureFrom = date(2019, 1, 1)
	mandateFrom   = date(2023, 1, 1)
)

func date(year, month, d int) day { return edtf.DayOf(year, month, d) }

// weekday moves a day in a weekend to the Monday after. 1970-01-01, the day 0,
// was a Thursday.
func weekday(d day) day {
	switch (d%7 + 7) % 7 {
	case 2:
		return d + 2
	case 3:
		return d + 1
	}
	return d
}

func yearOf(d day) int {
	y, _, _ := d.Civil()
	return y
}

// within reports whether d lies from the one day to the other, where 0 is open.
func within(d, from, until day) bool { return d >= from && (until == 0 || d <= until) }
