package edtf_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	. "github.com/vis-samverkan/vis/pkg/edtf"
)

var valid = []struct {
	text, earliest, latest string // ".." is open
	canonical              string // if not the text
}{
	// Each form of the date convention.
	{"2022-11-07", "2022-11-07", "2022-11-07", ""},
	{"2021-02", "2021-02-01", "2021-02-28", ""},
	{"2008", "2008-01-01", "2008-12-31", ""},
	{"2023-Q1", "2023-01-01", "2023-03-31", ""},
	{"2023-Q2", "2023-04-01", "2023-06-30", ""},
	{"2023-Q3", "2023-07-01", "2023-09-30", ""},
	{"2023-Q4", "2023-10-01", "2023-12-31", ""},
	{"2022-spring", "2022-01-01", "2022-06-30", ""},
	{"2022-autumn", "2022-07-01", "2022-12-31", ""},
	{"~2021-02", "2021-01-04", "2021-03-28", ""},
	{"..2021-11-24", "..", "2021-11-24", ""},
	{"2023-01-01..", "2023-01-01", "..", ""},
	{"2022-09..2023-06", "2022-09-01", "2023-06-30", ""},

	// The same as EDTF spells it.
	{"2022-21", "2022-01-01", "2022-06-30", "2022-spring"},
	{"2022-23", "2022-07-01", "2022-12-31", "2022-autumn"},
	{"2023-33", "2023-01-01", "2023-03-31", "2023-Q1"},
	{"2023-34", "2023-04-01", "2023-06-30", "2023-Q2"},
	{"2023-35", "2023-07-01", "2023-09-30", "2023-Q3"},
	{"2023-36", "2023-10-01", "2023-12-31", "2023-Q4"},
	{"2021-02~", "2021-01-04", "2021-03-28", "~2021-02"},
	{"../2021-11-24", "..", "2021-11-24", "..2021-11-24"},
	{"2023-01-01/..", "2023-01-01", "..", "2023-01-01.."},
	{"2022-09/2023-06", "2022-09-01", "2023-06-30", "2022-09..2023-06"},
	{"2022-09../..2023-06", "2022-09-01", "2023-06-30", "2022-09..2023-06"},

	// Combinations.
	{"..2023-Q1", "..", "2023-03-31", ""},
	{"../2023-33", "..", "2023-03-31", "..2023-Q1"},
	{"2022-autumn..", "2022-07-01", "..", ""},
	{"2022-spring..2023-spring", "2022-01-01", "2023-06-30", ""},
	{"2022-21/2023-21", "2022-01-01", "2023-06-30", "2022-spring..2023-spring"},
	{"2023..2023-06", "2023-01-01", "2023-06-30", ""},
	{"2022-11-07..2022-11-07", "2022-11-07", "2022-11-07", ""},

	// About: a day by a day, a year by a year; each part of a range by itself.
	{"~2022-11-07", "2022-11-06", "2022-11-08", ""},
	{"~2023", "2022-01-01", "2024-12-30", ""},
	{"~2022-Q3..2023-06", "2022-03-31", "2023-06-30", ""},
	{"2022-Q3..~2023-06", "2022-07-01", "2023-07-30", ""},
	{"2022-09~/2023-06~", "2022-08-02", "2023-07-30", "~2022-09..~2023-06"},
	{"..~2021-02", "..", "2021-03-28", ""},
	{"~2021-02..", "2021-01-04", "..", ""},

	// Ends of months, years and the calendar.
	{"2024-02", "2024-02-01", "2024-02-29", ""},
	{"2024-02-29", "2024-02-29", "2024-02-29", ""},
	{"2000-02-29", "2000-02-29", "2000-02-29", ""},
	{"2021-12", "2021-12-01", "2021-12-31", ""},
	{"1000", "1000-01-01", "1000-12-31", ""},
	{"9999", "9999-01-01", "9999-12-31", ""},
	{"~1000", "..", "1001-12-31", ""},
	{"~9999", "9998-01-01", "..", ""},
}

// iso is a day, or open where the text says so.
func iso(t *testing.T, text string, open Day) Day {
	t.Helper()
	if text == ".." {
		return open
	}
	d, err := ParseDay(text)
	require.NoError(t, err)
	return d
}

func TestParse(t *testing.T) {
	for _, c := range valid {
		t.Run(c.text, func(t *testing.T) {
			d, err := Parse(c.text)
			require.NoError(t, err)
			assert.Equal(t, iso(t, c.earliest, Past), d.Earliest(), "earliest %s", d.Earliest())
			assert.Equal(t, iso(t, c.latest, Future), d.Latest(), "latest %s", d.Latest())
			assert.Equal(t, c.text, d.Text())
			assert.Equal(t, c.text, d.String())

			canonical := c.canonical
			if canonical == "" {
				canonical = c.text
			}
			assert.Equal(t, canonical, d.Canonical())
			again, err := Parse(d.Canonical())
			require.NoError(t, err)
			assert.True(t, again.SameInterval(d), "canonical text means %v to %v", again.Earliest(), again.Latest())
			assert.Equal(t, canonical, again.Canonical())
		})
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct {
		reason Reason
		texts  string // separated by |
	}{
		{Empty, ""},
		{NotADate, "x|unknown|hösten 2022|02|202|20222|2022-|2022 |2022-Q|2022-11-7y|2022-1a|2022-11-0a|-2022|+2022|٢٠٢٢|\xff\xfe|2022…2023|2022...2023|2022-11-07\n|..x|x..|2022,2023|221107|2022-11-07-"},
		{YearOutOfRange, "0999|0000|0000-01-01|0001..2022"},
		{NoSuchMonth, "2022-00|2022-13|2022-20|2022-25|2022-32|2022-37|2022-99|2022-13-01|2022-21-01|2022-00-10|2022..2022-13"},
		{NoSuchDay, "2022-11-31|2022-11-00|2022-01-32|2022-02-29|2100-02-29|~2021-02-29|2022-02-30..2023"},
		{NoSuchQuarter, "2023-Q0|2023-Q5|2023-Q12|2023-q1|2023-K1|2023-kv1"},
		{SeasonNotAllowed, "2022-22|2022-24|~2022-22|2022-24/2023|2022-summer|2022-winter|2022-sommar|2022-Vinter"},
		{SeasonSpelling, "2022-Spring|2022-fall|2022-vår|2022-höst|2022-HT|2022-H1"},
		{Backwards, "2023..2022|2022-11-08..2022-11-07|2023/2022-12|2023../..2022|~2023..2022"},
		{NestedOpen, "..2022..|..2022..2023|2022..2023..2024|2022/2023/2024|../2022/..|2022../2023|2022/..2023|....|../../.."},
		{EndMissing, "/2022|2022/|/|../|/.."},
		{NoEnd, "..|../.."},
		{LooseTilde, "~|~~|~~2022|~2022~|2022~~|~..2022|..~|~.."},
		{LooksLikeTimestamp, "2022-11-07T12:00:00Z|2022-11-07 12:30|2022-11-07T00:00|2022-11-07T12:00:00Z/2022-11-08T12:00:00Z"},
		{LooksLikeDayMonthYear, "7/11/2022|07.11.2022|07-11-2022|7/11-2022|7/11 2022"},
		{WrongSeparator, "2022/11/07|2022.11.07|2022 11 07|20221107|2022/11|2022.11"},
		{OneDigit, "2022-6|~2022-6|2022-6-1|2022-06-1|2022-6-01|2022-1..2022-6"},
		{RangeWithHyphen, "2022-2023|2022 - 2023|2022–2023|2022-09--2023-06|2022-11-07 - 2022-11-08"},
		{UncertaintyMark, "2022?|2022-11?|2022%|2022-11-07?"},
		{UnspecifiedDigit, "202X|20XX|2022-XX|2022-11-XX|202x"},
	} {
		for text := range strings.SplitSeq(c.texts, "|") {
			t.Run(text, func(t *testing.T) {
				d, err := Parse(text)
				var refused *ParseError
				require.ErrorAs(t, err, &refused)
				assert.Equal(t, c.reason.English(), refused.Reason.English())
				assert.Equal(t, text, refused.Text)
				assert.True(t, d.IsZero())
			})
		}
	}
}

func TestParseError(t *testing.T) {
	_, err := Parse("2022-22")
	assert.EqualError(t, err, `"2022-22": summer and winter (22, 24) are not used, because their first and last day are not agreed; `+
		`write the months, such as 2022-06..2022-08 or 2022-12..2023-02`)

	_, err = Parse("\x1b[31m" + strings.Repeat("å", 1000))
	assert.Less(t, utf8.RuneCountInString(err.Error()), 400, "a long text is cut short")
	assert.NotContains(t, err.Error(), "\x1b", "and cannot command a terminal")
}

func TestReasonsHaveBothLanguages(t *testing.T) {
	seen := map[string]Reason{}
	for r := Empty; r <= DurationOrder; r++ {
		assert.NotEmpty(t, r.English(), "reason %d", r)
		assert.NotEmpty(t, r.Swedish(), "reason %d", r)
		assert.NotEqual(t, r.English(), r.Swedish())
		assert.NotContains(t, seen, r.English())
		seen[r.English()] = r
		for _, words := range []string{r.English(), r.Swedish()} {
			assert.False(t, strings.HasSuffix(words, "."), "full stop: %s", words)
		}
	}
	assert.NotPanics(t, func() { _ = Reason(255).English() + Reason(255).Swedish() })
}

func TestMustParse(t *testing.T) {
	assert.Equal(t, "2022", MustParse("2022").Text())
	assert.Panics(t, func() { MustParse("2022-22") })
}

func TestParseDoesNotAllocate(t *testing.T) {
	for _, text := range []string{"2022-11-07", "2022-09..2023-06", "~2023-Q1", "../2022-21"} {
		assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = Parse(text) }), text)
	}
	d := MustParse("2022-11-07")
	assert.Zero(t, testing.AllocsPerRun(100, func() { _ = d.Canonical() }), "canonical already")
}

func ExampleParse() {
	for _, text := range []string{"2021-02", "~2021-02", "../2023-33", "2022-24"} {
		d, err := Parse(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s is from %s to %s\n", d.Canonical(), d.Earliest(), d.Latest())
	}
	// Output:
	// 2021-02 is from 2021-02-01 to 2021-02-28
	// ~2021-02 is from 2021-01-04 to 2021-03-28
	// ..2023-Q1 is from .. to 2023-03-31
	// "2022-24": summer and winter (22, 24) are not used, because their first and last day are not agreed; write the months, such as 2022-06..2022-08 or 2022-12..2023-02
}

func BenchmarkParse(b *testing.B) {
	for _, text := range []string{"2022-11-07", "2022-spring..~2023-Q1"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = Parse(text)
			}
		})
	}
}
