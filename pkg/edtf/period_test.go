package edtf_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	. "github.com/vis-samverkan/vis/pkg/edtf"
	. "github.com/vis-samverkan/vis/pkg/truth"
)

// period makes a period of two texts; an empty one is a missing bound.
func period(from, until string) Period { return Period{From: orZero(from), Until: orZero(until)} }

func TestOfYear(t *testing.T) {
	assert.Equal(t, period("2022-01-01", "2022-12-31"), OfYear(MustParse("2022")))
	assert.Equal(t, period("2024-02-01", "2024-02-29"), OfYear(MustParse("2024-02")))
	assert.Equal(t, period("2022-01-01", ""), OfYear(MustParse("2022..")))
	assert.Equal(t, period("", "2022-12-31"), OfYear(MustParse("..2022")))
	assert.Equal(t, Period{}, OfYear(Date{}))

	// The short form is all of the year; the long form with the year twice is not.
	day := DayOf(2022, 6, 15)
	assert.Equal(t, Yes, OfYear(MustParse("2022")).Contains(day))
	assert.Equal(t, CannotTell, period("2022", "2022").Contains(day))
}

func TestOrdered(t *testing.T) {
	for _, c := range []struct {
		from, until string
		want        Value
	}{
		{"2021", "2022", Yes},
		{"2022", "2022", CannotTell},
		{"2022", "2021", No},
		{"2022-11-07", "2022-11-07", Yes},
		{"2022-11-08", "2022-11-07", No},
		{"2022-11-08", "2022-11", CannotTell},
		{"", "2021", Yes},
		{"2021", "", Yes},
		{"", "", Yes},
	} {
		assert.Equal(t, c.want, period(c.from, c.until).Ordered(), "%q–%q", c.from, c.until)
	}
}

func TestOverlap(t *testing.T) {
	for _, c := range []struct {
		a, b Period
		want Value
	}{
		{period("2020-01-01", "2020-12-31"), period("2020-12-31", "2021-12-31"), Yes},
		{period("2020-01-01", "2020-12-30"), period("2020-12-31", "2021-12-31"), No},
		{period("2020", "2021"), period("2021", "2022"), CannotTell},
		{period("2020", "2022"), period("2021", "2023"), Yes},
		{period("2020", ""), period("2021", ""), Yes},
		{period("", "2020"), period("2021", ""), No},
		{period("", ""), period("", ""), Yes},
		{period("2022-spring", "2022-autumn"), period("2022-Q3", ""), CannotTell},
	} {
		assert.Equal(t, c.want, Overlap(c.a, c.b), "%v, %v", c.a, c.b)
		assert.Equal(t, c.want, Overlap(c.b, c.a), "%v, %v", c.b, c.a)
	}
}

func TestContainsDate(t *testing.T) {
	p := period("2022", "2023-06-30")
	for text, want := range map[string]Value{
		"2022-06": CannotTell, "2023-01": Yes, "2023-06-30": Yes, "2023": CannotTell,
		"2023-07": No, "2021": No, "..2021": No, "2023..": CannotTell,
	} {
		assert.Equal(t, want, p.ContainsDate(MustParse(text)), text)
	}
	assert.Equal(t, CannotTell, p.ContainsDate(Date{}))
	assert.Equal(t, Yes, Period{}.ContainsDate(MustParse("2022")))
}
