package edit

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
)

// Schedule is a rule by which a group meets: the second Thursday of every other
// month, not in July. ParseSchedule reads it from words.
type Schedule struct {
	Ordinal int   // 1–4 from the first day of the month, -1 for the last
	Weekday int   // 1–7, Monday first
	Months  []int // 1–12, ascending
}

// Days are the days of the rule in a year, in order.
func (s Schedule) Days(year int) []edtf.Day {
	var days []edtf.Day
	for _, month := range s.Months {
		days = append(days, s.day(year, month))
	}
	return days
}

// day is the day of the rule in a month.
func (s Schedule) day(year, month int) edtf.Day {
	if s.Ordinal < 0 {
		last := edtf.DayOf(year, month+1, 0)
		return last - edtf.Day((Weekday(last)-s.Weekday+7)%7)
	}
	first := edtf.DayOf(year, month, 1)
	return first + edtf.Day((s.Weekday-Weekday(first)+7)%7+7*(s.Ordinal-1))
}

// Weekday is the day of the week, 1–7, Monday first. The day 0, 1970-01-01, was
// a Thursday.
func Weekday(d edtf.Day) int { return ((int(d)+3)%7+7)%7 + 1 }

// every are the months from one of them on, so many apart, within the year.
func every(from, apart int) []int {
	var months []int
	for m := from; m <= 12; m += apart {
		months = append(months, m)
	}
	return months
}

// without are the months that are not among others.
func without(months, others []int) []int {
	return slices.DeleteFunc(slices.Clone(months), func(m int) bool { return slices.Contains(others, m) })
}
