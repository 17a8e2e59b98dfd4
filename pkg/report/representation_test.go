package report_test

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

// part is a part of a report in English.
func part(t *testing.T, v *registry.View, name, id string) *report.Part {
	t.Helper()
	d := &report.Desk{Writer: phrase.Writer{View: v, Lang: text.English}}
	r, ok := d.Report(name)
	require.True(t, ok, name)
	for i := range r.Parts {
		if r.Parts[i].ID == id {
			return &r.Parts[i]
		}
	}
	require.Fail(t, "no such part", id)
	return nil
}

// read are the cells of a part as they are read, with ? for doubt.
func read(p *report.Part) [][]string {
	var out [][]string
	for _, row := range p.Table.Rows {
		out = append(out, line(row))
	}
	return out
}

func line(row []report.Cell) []string {
	var out []string
	for _, c := range row {
		s := c.Text
		if c.Doubt && c.Value != nil {
			s += " ?"
		}
		out = append(out, s)
	}
	return out
}

const seats = `name: Forum
type: joint-forum
seats:
  - {id: a, role: member, side: municipal, from: 2020-01-01, until: 2030-12-31, holder: none, vacant_since: 2026-01}
  - {id: b, role: member, side: region, from: 2020-01-01, until: 2030-12-31, holder: unknown, elected: true}
  - {id: c, role: member, side: other, count: unknown, from: 2020-01-01, until: 2030-12-31, holder: unknown}
  - {id: d, role: secretary, side: region, from: 2020-01-01, until: 2030-12-31}
`

func TestRolesVacanciesAndTurnover(t *testing.T) {
	v := view(t, map[string]string{
		"groups/forum.yaml": seats,
		"representatives/ny.yaml": "name: Ny\ntype: official\nmemberships:\n" +
			"  - {group: forum, role: member, from: 2026-03-01, until: 2027-12-31}\n" +
			"  - {group: styrgruppen, role: member, from: 2025..2026, until: 2027-12-31}\n",
		"representatives/gammal.yaml": "name: Gammal\ntype: official\nmemberships:\n" +
			"  - {group: forum, role: member, from: 2010-01-01, until: 2025-11-22}\n" +
			"  - {group: forum, role: member, from: 2010-01-01, until: 2025-11-23}\n",
	})
	roles := part(t, v, "representation", "roles")
	assert.Contains(t, read(roles), []string{"Forum", "1", "1", "at least 1", "0", "at least 3", "50%", "1 ?", "cannot be told"})
	assert.Contains(t, read(part(t, v, "representation", "vacancies")), []string{"Forum", "a", "member", "", "yes", "2026-01", "295–325", ""})
	turnover := part(t, v, "representation", "turnover")
	assert.ElementsMatch(t, [][]string{
		{"Forum", "Gammal", "left", "2025-11-23", "", ""}, // the day before that is more than a year ago
		{"Forum", "Ny", "began", "2026-03-01", "", ""},
		{"Styrgruppen", "Ny ?", "began", "some time 2025–2026", "", ""},
	}, read(turnover))
	assert.Equal(t, 2, turnover.Basis.Counted)
	assert.Equal(t, 1, turnover.Basis.Unknown)
	several := part(t, v, "representation", "several")
	assert.Contains(t, read(several), []string{"Ny ?", "Forum and Styrgruppen ?", ""}, "the second membership may begin later this year")
}

// TestRolesAddUp: the total of the roles is the sum of the forums, and that of
// the seats the sum of the municipalities.
func TestRolesAddUp(t *testing.T) {
	for _, dir := range []string{"../../registry", "../../testdata/second", small} {
		result, err := load.Registry(t.Context(), os.DirFS(dir))
		require.NoError(t, err)
		for _, on := range []string{"2022-11-07", "2025-06-01", "2026-11-22"} {
			v := result.Registry.At(day(t, on), day(t, "2026-11-22"))
			for _, check := range []struct {
				id     string
				column int
			}{{"roles", 1}, {"roles", 2}, {"roles", 3}, {"roles", 4}, {"roles", 5}, {"roles", 7}, {"concentration", 2}, {"concentration", 3}} {
				p := part(t, v, "representation", check.id)
				if p.Table.Total == nil {
					continue
				}
				var sum report.Bounds
				for _, row := range p.Table.Rows {
					b := bounds(row[check.column])
					sum.Min, sum.Max = sum.Min+b.Min, sum.Max+b.Max
				}
				assert.Equal(t, sum, bounds(p.Table.Total[check.column]), "%s of %s on %s, column %d", check.id, dir, on, check.column)
			}
		}
	}
}

func bounds(c report.Cell) report.Bounds {
	switch v := c.Value.(type) {
	case report.Bounds:
		return v
	case float64:
		return report.Bounds{Min: v, Max: v}
	}
	return report.Bounds{}
}

// TestReportsOfAnEmptyRegistry: nothing is recorded, and nothing is claimed.
func TestReportsOfAnEmptyRegistry(t *testing.T) {
	result, err := load.Registry(t.Context(), fstest.MapFS{
		"vis.yaml":        {Data: []byte("schema: 1\nname: Tomt\nlanguage: sv\n")},
		"vocabulary.yaml": {Data: []byte("{}\n")},
	})
	require.NoError(t, err)
	v := result.Registry.At(day(t, "2026-11-22"), day(t, "2026-11-22"))
	for _, name := range []string{"representation", "stewardship", "knowledge", "local", "names"} {
		for _, l := range []text.Lang{text.Swedish, text.English} {
			d := &report.Desk{Writer: phrase.Writer{View: v, Lang: l}}
			r, ok := d.Report(name)
			require.True(t, ok)
			for i := range r.Parts {
				assert.Nil(t, r.Parts[i].Chart, "%s %s", name, r.Parts[i].ID)
				for _, row := range r.Parts[i].Table.Rows {
					assert.Len(t, row, len(r.Parts[i].Table.Columns), "%s %s", name, r.Parts[i].ID)
				}
			}
		}
	}
}
