package edtf_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	. "github.com/vis-samverkan/vis/pkg/edtf"
)

func TestDayOf(t *testing.T) {
	assert.Equal(t, Day(0), DayOf(1970, 1, 1))
	assert.Equal(t, Day(-1), DayOf(1969, 12, 31))
	assert.Equal(t, Day(19303), DayOf(2022, 11, 7))
	assert.Equal(t, DayOf(2024, 2, 29), DayOf(2024, 3, 0), "runs over")
	assert.Equal(t, DayOf(2023, 1, 1), DayOf(2022, 13, 1), "runs over")
}

func TestCalendarEnds(t *testing.T) {
	first, last := DayOf(1000, 1, 1), DayOf(9999, 12, 31)
	assert.Equal(t, "1000-01-01", first.String())
	assert.Equal(t, "9999-12-31", last.String())
	assert.Equal(t, Past, DayOf(999, 12, 31))
	assert.Equal(t, Future, DayOf(10000, 1, 1))
	assert.Equal(t, Past, DayOf(math.MinInt, math.MinInt, math.MinInt))
	assert.Equal(t, Future, DayOf(math.MaxInt, math.MaxInt, math.MaxInt))
	assert.Equal(t, Past, first.Sub(Duration{Days: 1}))
	assert.Equal(t, Future, last.Add(Duration{Days: 1}))
	assert.Equal(t, Future, first.Add(Duration{math.MaxInt, math.MaxInt, math.MaxInt, math.MaxInt}))
}

// Every day of the calendar, there and back, against the clock of the standard
// library.
func TestCivilIsTheInverse(t *testing.T) {
	at := time.Date(1000, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := DayOf(1000, 1, 1); d <= DayOf(9999, 12, 31); d += 13 {
		y, m, dd := d.Civil()
		if DayOf(y, m, dd) != d || d.String() != at.Format(time.DateOnly) {
			t.Fatalf("day %d is %d-%d-%d, written %s; want %s", d, y, m, dd, d, at.Format(time.DateOnly))
		}
		at = at.AddDate(0, 0, 13)
	}
}

func TestOpenDays(t *testing.T) {
	for _, d := range []Day{Past, Future} {
		assert.True(t, d.IsOpen())
		assert.Equal(t, "..", d.String())
		assert.Equal(t, d, d.Add(Duration{Years: 1, Days: 1}))
		assert.Equal(t, d, d.Sub(Duration{Years: 1, Days: 1}))
		y, m, dd := d.Civil()
		assert.Equal(t, [3]int{}, [3]int{y, m, dd})
	}
	assert.False(t, Day(0).IsOpen())
}

func TestParseDay(t *testing.T) {
	d, err := ParseDay("2022-11-07")
	require.NoError(t, err)
	assert.Equal(t, DayOf(2022, 11, 7), d)

	for text, reason := range map[string]Reason{
		"": Empty, "2022-11": NotADay, "2022": NotADay, "~2022-11-07": NotADay, "2022-Q1": NotADay,
		"..2022-11-07": NotADay, "tomorrow": NotADay, "2022-11-31": NoSuchDay, "2022-13-01": NoSuchMonth,
		"7/11/2022": LooksLikeDayMonthYear, "2022-11-7": OneDigit, "2022-11-07T10:00": LooksLikeTimestamp,
	} {
		_, err := ParseDay(text)
		var refused *ParseError
		require.ErrorAs(t, err, &refused, text)
		assert.Equal(t, reason.English(), refused.Reason.English(), text)
	}
}

func TestAddAndSub(t *testing.T) {
	for _, c := range []struct{ from, duration, add, sub string }{
		{"2022-01-31", "P1M", "2022-02-28", "2021-12-31"},
		{"2024-01-31", "P1M", "2024-02-29", "2023-12-31"},
		{"2022-03-31", "P1M", "2022-04-30", "2022-02-28"},
		{"2024-02-29", "P1Y", "2025-02-28", "2023-02-28"},
		{"2024-02-29", "P4Y", "2028-02-29", "2020-02-29"},
		{"2022-11-07", "P12M", "2023-11-07", "2021-11-07"},
		{"2022-11-07", "P1Y6M", "2024-05-07", "2021-05-07"},
		{"2022-11-07", "P2W", "2022-11-21", "2022-10-24"},
		{"2022-12-31", "P1D", "2023-01-01", "2022-12-30"},
		{"2022-01-31", "P1M1D", "2022-03-01", "2021-12-30"},
		{"2022-11-07", "P0D", "2022-11-07", "2022-11-07"},
		{"2022-11-07", "P999999Y", "..", ".."},
	} {
		from := iso(t, c.from, 0)
		d, err := ParseDuration(c.duration)
		require.NoError(t, err)
		assert.Equal(t, c.add, from.Add(d).String(), "%s + %s", c.from, c.duration)
		assert.Equal(t, c.sub, from.Sub(d).String(), "%s - %s", c.from, c.duration)
	}
}

func TestAddKeepsTheOrderOfDays(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		a := DayOf(2000, 1, 1+r.IntN(10_000))
		b := a + Day(r.IntN(100))
		d := Duration{r.IntN(3), r.IntN(30), r.IntN(5), r.IntN(60)}
		assert.LessOrEqual(t, a.Add(d), b.Add(d), "%s, %s + %s", a, b, d)
		assert.LessOrEqual(t, a.Sub(d), b.Sub(d), "%s, %s - %s", a, b, d)
	}
}
