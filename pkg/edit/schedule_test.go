package edit

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
)

func TestParseSchedule(t *testing.T) {
	everyMonth := every(1, 1)
	for rule, want := range map[string]Schedule{
		"andra torsdagen varannan månad, inte juli":                           {2, 4, []int{1, 3, 5, 9, 11}},
		"den andra torsdagen i varannan månad från februari":                  {2, 4, []int{2, 4, 6, 8, 10, 12}},
		"Andra torsdagen varannan månad från och med februari":                {2, 4, []int{2, 4, 6, 8, 10, 12}},
		"varje första måndag i varje månad utom juli och augusti":             {1, 1, without(everyMonth, []int{7, 8})},
		"sista fredagen varje kvartal":                                        {-1, 5, []int{3, 6, 9, 12}},
		"första onsdagen varje kvartal":                                       {1, 3, []int{1, 4, 7, 10}},
		"tredje tisdagen var tredje månad med början i februari":              {3, 2, []int{2, 5, 8, 11}},
		"fjärde måndagen i oktober, mars och maj":                             {4, 1, []int{3, 5, 10}},
		"the second Thursday of every other month, not July":                  {2, 4, []int{1, 3, 5, 9, 11}},
		"second thursday of every second month from february, not for august": {2, 4, []int{2, 4, 6, 10, 12}},
		"last Friday of each quarter":                                         {-1, 5, []int{3, 6, 9, 12}},
		"first Monday in March and October":                                   {1, 1, []int{3, 10}},
		"third tuesday every month except july, august":                       {3, 2, without(everyMonth, []int{7, 8})},
	} {
		got, err := ParseSchedule(rule)
		require.NoError(t, err, rule)
		assert.Equal(t, want, got, rule)
	}
}

func TestParseScheduleSaysWhatIsWrong(t *testing.T) {
	for rule, want := range map[string][2]string{
		"":                                     {"regeln är inte färdig: första, andra, tredje, fjärde eller sista saknas", "the rule is not finished: first, second, third, fourth or last is missing"},
		"femte torsdagen varje månad":          {"”femte” i regeln är inte första, andra, tredje, fjärde eller sista", "“femte” in the rule is not first, second, third, fourth or last"},
		"andra torsdaggen varje månad":         {"”torsdaggen” i regeln är inte en veckodag; menades ”torsdagen”?", "“torsdaggen” in the rule is not a day of the week; did you mean “torsdagen”?"},
		"andra torsdagen":                      {"regeln är inte färdig: ”varje månad”, ”varannan månad”, ”varje kvartal” eller en månad saknas", "the rule is not finished: “every month”, “every other month”, “every quarter” or a month is missing"},
		"andra torsdagen i marss":              {"”marss” i regeln är inte ”varje månad”, ”varannan månad”, ”varje kvartal” eller en månad; menades ”mars”?", "“marss” in the rule is not “every month”, “every other month”, “every quarter” or a month; did you mean “mars”?"},
		"second Thursday every month, not":     {"regeln är inte färdig: en månad saknas", "the rule is not finished: a month is missing"},
		"second Thursday every month at noon":  {"”at” i regeln är inte ”från” eller ”inte” och en månad", "“at” in the rule is not “from” or “not” and a month"},
		"first monday of march and every week": {"”every” i regeln är inte ”från” eller ”inte” och en månad", "“every” in the rule is not “from” or “not” and a month"},
	} {
		_, err := ParseSchedule(rule)
		var wrong *ScheduleError
		require.ErrorAs(t, err, &wrong, rule)
		assert.Equal(t, want, [2]string{wrong.Swedish(), wrong.Error()}, rule)
	}
}

// TestDaysAreThoseOfTheRule: each day has the weekday of the rule, and is the
// one of its month that the ordinal says, by another count.
func TestDaysAreThoseOfTheRule(t *testing.T) {
	for year := 1990; year <= 2060; year++ {
		for weekday := 1; weekday <= 7; weekday++ {
			for _, ordinal := range []int{1, 2, 3, 4, -1} {
				days := Schedule{ordinal, weekday, every(1, 1)}.Days(year)
				require.Len(t, days, 12)
				for i, day := range days {
					at := time.Unix(int64(day)*86400, 0).UTC()
					where := fmt.Sprint(year, weekday, ordinal, day)
					require.Equal(t, time.Weekday(weekday%7), at.Weekday(), where)
					require.Equal(t, [2]int{year, i + 1}, [2]int{at.Year(), int(at.Month())}, where)
					if ordinal > 0 {
						require.Equal(t, ordinal, (at.Day()-1)/7+1, where)
					} else {
						require.NotEqual(t, at.Month(), at.AddDate(0, 0, 7).Month(), where)
					}
				}
			}
		}
	}
}

// TestHolidays has the public holidays and the eves of two years written out, and
// some early and late Easters.
func TestHolidays(t *testing.T) {
	for year, want := range map[int][]string{
		2026: {"2026-01-01", "2026-01-06", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-24", "2026-06-06", "2026-06-19", "2026-06-20", "2026-10-31", "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31"},
		2027: {"2027-01-01", "2027-01-06", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-16", "2027-06-06", "2027-06-25", "2027-06-26", "2027-11-06", "2027-12-24", "2027-12-25", "2027-12-26", "2027-12-31"},
	} {
		var got []string
		for day := edtf.DayOf(year, 1, 1); day <= edtf.DayOf(year, 12, 31); day++ {
			if name, ok := Holiday(day); ok {
				assert.NotEmpty(t, name.Sv)
				assert.NotEmpty(t, name.En)
				got = append(got, day.String())
			}
		}
		assert.Equal(t, want, got)
	}
	for year, want := range map[int]string{1961: "1961-04-02", 2000: "2000-04-23", 2038: "2038-04-25", 2285: "2285-03-22"} {
		assert.Equal(t, want, easter(year).String())
	}
}

func FuzzParseSchedule(f *testing.F) {
	f.Add("andra torsdagen varannan månad, inte juli")
	f.Add("last friday of each quarter from february except may")
	f.Fuzz(func(t *testing.T, rule string) {
		s, err := ParseSchedule(rule)
		if err != nil {
			return
		}
		for _, day := range s.Days(2027) {
			if Weekday(day) != s.Weekday {
				t.Errorf("%q: %s", rule, day)
			}
		}
	})
}
