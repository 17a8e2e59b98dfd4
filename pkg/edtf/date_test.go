package edtf_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	. "github.com/vis-samverkan/vis/pkg/edtf"
)

func TestBetween(t *testing.T) {
	for _, text := range []string{
		"2022-11-07", "2021-02", "2024-02", "2008", "2023-Q1", "2023-Q4", "2022-spring", "2022-autumn",
		"..2021-11-24", "2023-01-01..", "2022-09..2023-06", "2021..2023", "2022-11-07..2022-11-08",
		"2022-11-01..2022-12-30", "1000", "9999",
	} {
		d := MustParse(text)
		assert.Equal(t, d, Between(d.Earliest(), d.Latest()))
	}
	assert.Equal(t, "2022-11-07", OfDay(DayOf(2022, 11, 7)).Text())
	assert.Equal(t, MustParse("2021"), Between(DayOf(2021, 12, 31), DayOf(2021, 1, 1)), "in either order")
}

func TestBetweenAtTheEndsOfTheCalendar(t *testing.T) {
	nothing := Between(Past, Future)
	assert.Equal(t, "..", nothing.Text())
	assert.Equal(t, "..", nothing.Canonical())
	assert.False(t, nothing.IsZero())
	assert.True(t, nothing.SameInterval(Date{}))

	days := []Day{Past, Past + 1, DayOf(1000, 1, 1) - 1, DayOf(1000, 1, 1), 0, DayOf(9999, 12, 31), DayOf(9999, 12, 31) + 1, Future - 1, Future}
	for i, a := range days {
		for _, b := range days[i:] {
			d := Between(a, b)
			assert.LessOrEqual(t, d.Earliest(), d.Latest(), "%d, %d", a, b)
			if d.Text() == ".." {
				continue
			}
			again, err := Parse(d.Text())
			require.NoError(t, err, "%d, %d", a, b)
			assert.Equal(t, d, again)
		}
	}
}

func TestBetweenIsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		from := DayOf(2000, 1, 1+r.IntN(9000))
		d := Between(from, from+Day(r.IntN(800)))
		again, err := Parse(d.Text())
		require.NoError(t, err)
		require.Equal(t, d, again)
		require.Equal(t, d.Text(), d.Canonical())
	}
}

func TestZeroDate(t *testing.T) {
	var d Date
	assert.True(t, d.IsZero())
	assert.False(t, d.IsExact())
	assert.False(t, d.IsYear())
	assert.Equal(t, Past, d.Earliest())
	assert.Equal(t, Future, d.Latest())
	assert.Empty(t, d.Text()+d.Canonical())
}

func TestIsExactAndIsYear(t *testing.T) {
	assert.True(t, MustParse("2022-11-07").IsExact())
	assert.True(t, MustParse("2022-11-07..2022-11-07").IsExact())
	assert.False(t, MustParse("~2022-11-07").IsExact())
	assert.False(t, MustParse("2022-11").IsExact())
	assert.False(t, MustParse("..2022-11-07").IsExact())

	assert.True(t, MustParse("2022").IsYear())
	for _, text := range []string{"~2022", "2022-11", "2022..", "2022-01..2022-12"} {
		assert.False(t, MustParse(text).IsYear(), text)
	}
}

func TestNarrows(t *testing.T) {
	for _, c := range []struct {
		a, b            string
		within, narrows bool
	}{
		{"2022-11-07", "2022-11", true, true},
		{"2022-11", "2022", true, true},
		{"2022-11", "2022-11-07", false, false},
		{"2022-21", "2022-spring", true, false},
		{"2022", "~2022", true, true},
		{"2022", "2022..", true, true},
		{"2022..", "..2022", false, false},
		{"2022-11..2023-01", "2022", false, false},
		{"..2021", "..2022", true, true},
		{"2022", "", true, true},
		{"", "2022", false, false},
		{"", "", true, false},
	} {
		a, b := orZero(c.a), orZero(c.b)
		assert.Equal(t, c.within, a.Within(b), "%q within %q", c.a, c.b)
		assert.Equal(t, c.narrows, a.Narrows(b), "%q narrows %q", c.a, c.b)
	}
}

// orZero parses a text; none is the zero Date.
func orZero(text string) Date {
	if text == "" {
		return Date{}
	}
	return MustParse(text)
}

func TestEqualityIsOfText(t *testing.T) {
	assert.Equal(t, MustParse("2022"), MustParse("2022"))
	a, b := MustParse("2022-21"), MustParse("2022-spring")
	assert.False(t, a == b)
	assert.True(t, a.SameInterval(b))
}

func TestOrder(t *testing.T) {
	want := []string{"", "..2021", "2021", "2022-01-01", "2022-21", "2022-spring", "2022", "2022..", "2022-02"}
	var dates []Date
	for _, text := range want {
		dates = append(dates, orZero(text))
	}
	slices.Reverse(dates)
	slices.SortFunc(dates, Order)
	var got []string
	for _, d := range dates {
		got = append(got, d.Text())
	}
	assert.Equal(t, []string{"..2021", "", "2021", "2022-01-01", "2022-21", "2022-spring", "2022", "2022..", "2022-02"}, got)
}
