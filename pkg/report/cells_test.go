package report

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// TestMonths checks that a date lies in the months of the year that it may be in,
// and in none of another year.
func TestMonths(t *testing.T) {
	for _, c := range []struct {
		date        string
		first, last int
		ok          bool
	}{
		{"2022-07-01", 7, 7, true},
		{"2022-autumn", 7, 12, true},
		{"2022-autumn..2023-spring", 7, 12, true},
		{"..2022-02", 1, 2, true},
		{"2021", 0, 0, false},
		{"2023-01-01", 0, 0, false},
	} {
		first, last, ok := months(edtf.MustParse(c.date), 2022)
		assert.Equal(t, c, struct {
			date        string
			first, last int
			ok          bool
		}{c.date, first, last, ok})
	}
	_, _, ok := months(edtf.Date{}, 2022)
	assert.False(t, ok)
}

// TestTallied checks that a number of seats looks certain only where those
// recorded are all there are.
func TestTallied(t *testing.T) {
	d := &Desk{Writer: phrase.Writer{Lang: text.Swedish}}
	assert.Equal(t, "2", d.tallied(registry.Tally{Min: 2, Max: 2}, truth.Yes).Text)
	assert.Equal(t, "0", d.tallied(registry.Tally{}, truth.Yes).Text)
	assert.Equal(t, "1–2", d.tallied(registry.Tally{Min: 1, Max: 2}, truth.Yes).Text)
	open := d.tallied(registry.Tally{Min: 1, Max: 2}, truth.CannotTell)
	assert.Equal(t, "minst 1", open.Text)
	assert.Equal(t, Bounds{1, math.Inf(1)}, open.Value)
	none := d.tallied(registry.Tally{}, truth.CannotTell)
	assert.True(t, none.Doubt)
	assert.Nil(t, none.Value)
}

// TestSlipped checks that only what is late or overdue has slipped, and that a
// slip without a bound is at least something.
func TestSlipped(t *testing.T) {
	d := &Desk{Writer: phrase.Writer{Lang: text.English}}
	assert.Equal(t, "62–91", d.slipped(&registry.Deadline{Outcome: registry.Late, Fewest: 62, Most: 91}).Text)
	assert.Equal(t, "at least 3", d.slipped(&registry.Deadline{Outcome: registry.Late, Fewest: 3}).Text)
	assert.Equal(t, "92", d.slipped(&registry.Deadline{Outcome: registry.Overdue, Fewest: 92, Most: 92}).Text)
	for _, o := range []registry.DeadlineOutcome{registry.Met, registry.NotDue, registry.Undecidable, registry.Lapsed} {
		assert.Equal(t, Cell{}, d.slipped(&registry.Deadline{Outcome: o, Fewest: 1, Most: 1}))
	}
}
