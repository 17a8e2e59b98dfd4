package edtf_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	. "github.com/vis-samverkan/vis/pkg/edtf"
)

func TestParseDuration(t *testing.T) {
	for text, want := range map[string]Duration{
		"P12M":      {Months: 12},
		"P1Y6M":     {Years: 1, Months: 6},
		"P30D":      {Days: 30},
		"P2W":       {Weeks: 2},
		"P1Y2M3W4D": {1, 2, 3, 4},
		"P0D":       {},
		"P999999D":  {Days: 999999},
	} {
		d, err := ParseDuration(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, d, text)
		assert.Equal(t, text, d.String())
	}
	d, err := ParseDuration("P0Y06M")
	require.NoError(t, err)
	assert.Equal(t, "P6M", d.String())
}

func TestParseDurationRefuses(t *testing.T) {
	for _, c := range []struct {
		reason Reason
		texts  string // separated by |
	}{
		{NotADuration, "|12M|p12M|P12|PM|P12X|P-1M|-P1M|P12m|12 månader|P1M |P١M"},
		{DurationEmpty, "P"},
		{DurationWithTime, "PT1H|P1DT2H|PT"},
		{DurationFraction, "P1.5Y|P0,5M"},
		{DurationTooLong, "P1000000D|P99999999999999999999Y"},
		{DurationOrder, "P6M1Y|P1M1M|P1D1W"},
	} {
		for text := range strings.SplitSeq(c.texts, "|") {
			_, err := ParseDuration(text)
			var refused *ParseError
			require.ErrorAs(t, err, &refused, text)
			assert.Equal(t, c.reason.English(), refused.Reason.English(), text)
		}
	}
}

func TestCompareDurations(t *testing.T) {
	parse := func(text string) Duration {
		d, err := ParseDuration(text)
		require.NoError(t, err)
		return d
	}
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"P12M", "P1Y", 0},
		{"P365D", "P1Y", 0},
		{"P2W", "P14D", 0},
		{"P0D", "P0M", 0},
		{"P1M", "P30D", 1},
		{"P366D", "P1Y", 1},
		{"P6M", "P1Y", -1},
	} {
		a, b := parse(c.a), parse(c.b)
		assert.Equal(t, c.want, a.Compare(b), "%s, %s", c.a, c.b)
		assert.Equal(t, -c.want, b.Compare(a), "%s, %s", c.b, c.a)
		assert.Equal(t, c.want > 0, a.Longer(b), "%s, %s", c.a, c.b)
	}
	assert.True(t, Duration{}.IsZero())
	assert.False(t, parse("P1D").IsZero())
}
