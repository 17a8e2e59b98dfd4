package edtf_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	. "github.com/vis-samverkan/vis/pkg/edtf"
)

func FuzzParse(f *testing.F) {
	for _, c := range valid {
		f.Add(c.text)
	}
	for _, text := range []string{"", "..", "~", "2022-24", "2023..2022", "7/11/2022", "2022-11-07T12:00:00Z", "2022-höst", "~2021~", "\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(text)
		if err != nil {
			var refused *ParseError
			require.ErrorAs(t, err, &refused)
			assert.Equal(t, text, refused.Text)
			assert.NotZero(t, refused.Reason)
			assert.NotEmpty(t, err.Error())
			assert.True(t, d.IsZero())
			return
		}
		assert.Equal(t, text, d.Text())
		assert.False(t, d.IsZero())
		assert.LessOrEqual(t, d.Earliest(), d.Latest())

		again, err := Parse(d.Canonical())
		require.NoError(t, err)
		assert.True(t, d.SameInterval(again))
		assert.Equal(t, d.Canonical(), again.Canonical())

		between := Between(d.Earliest(), d.Latest())
		assert.True(t, d.SameInterval(between))
		again, err = Parse(between.Text())
		require.NoError(t, err)
		assert.Equal(t, between, again)
	})
}

func FuzzParseDuration(f *testing.F) {
	for _, text := range []string{"P12M", "P1Y6M", "P30D", "P2W", "P", "PT1H", "P1.5Y", "-P1D", "P1D1Y", "P0D"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDuration(text)
		if err != nil {
			var refused *ParseError
			require.ErrorAs(t, err, &refused)
			assert.NotZero(t, refused.Reason)
			return
		}
		again, err := ParseDuration(d.String())
		require.NoError(t, err)
		assert.Equal(t, d, again)
		assert.GreaterOrEqual(t, DayOf(2022, 1, 31).Add(d), DayOf(2022, 1, 31))
	})
}
