package render

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var spec = &rule.Spec{
	ID: "ref-resolves", Severity: rule.Error,
	Messages: map[string]text.Both{"": {Sv: "{ref} finns inte i registret, och ingen post har någonsin haft det id:t", En: "{ref} does not exist in the registry, and no record has ever had that id"}},
	Remedy:   text.Both{Sv: "Rätta id:t, eller lägg till den post som saknas.", En: "Correct the id, or add the record that is missing."},
}

func findingAt(line int) *rule.Finding {
	return &rule.Finding{
		Spec: spec, Severity: rule.Error, Args: text.Args{"ref": "group/äldregruppen"},
		Place: rule.Place{File: "issues/delad-journal.yaml", At: rule.Position{Line: line, Column: 9, EndLine: line, EndColumn: 21}},
		Related: []rule.Related{{
			Place:   rule.Place{File: "groups/aldregruppen.yaml", At: rule.Position{Line: 1, Column: 7}},
			Message: text.Both{Sv: "den som kan ha menats står här", En: "the one that may be meant stands here"},
		}},
	}
}

func aRun(findings ...*rule.Finding) *Run {
	return &Run{
		AsOf: edtf.DayOf(2026, 11, 22), Findings: findings, Totals: Count(findings),
		Stats: []Stat{
			{Rule: "ref-resolves", Count: truth.Count{Yes: 4321, No: len(findings)}},
			{Rule: "seat-vacancy", Count: truth.Count{CannotTell: 12}},
			{Rule: "yaml-unreadable", Count: truth.Count{CannotTell: 99}, Reading: true},
		},
		Seats: truth.Count{Yes: 3, CannotTell: 9},
	}
}

func textOf(t *testing.T, f FindingsText, run *Run) string {
	t.Helper()
	f.Path = func(file string) string { return "registry/" + file }
	f.Lines = func(string) [][]byte {
		return [][]byte{[]byte("title: Delad journal för äldre i hemsjukvården, i hela länet"), []byte("driver: äldregruppen")}
	}
	if f.Lang == "" {
		f.Lang = text.Swedish
	}
	var b strings.Builder
	require.NoError(t, f.Write(&b, run))
	return b.String()
}

func TestFindingsText(t *testing.T) {
	assert.Equal(t, `registry/issues/delad-journal.yaml:2:9: fel
  group/äldregruppen finns inte i registret, och ingen post har någonsin haft det id:t [ref-resolves]
   2 │ driver: äldregruppen
     │         ^^^^^^^^^^^^
  åtgärd: Rätta id:t, eller lägg till den post som saknas.
  → registry/groups/aldregruppen.yaml:1:7: den som kan ha menats står här

Ett fel.

Allt går inte att avgöra per 2026-11-22. Om 9 av 12 platser och uppdrag (75`+"\u00a0"+`%) gäller den dagen framgår inte, för att källorna är för gamla, odaterade eller tysta. Detsamma gäller 12 av 4`+"\u00a0"+`334 prövningar (mindre än 1`+"\u00a0"+`%). Det är inga fel. ”vis validate --stats” visar vilka regler det rör.
`, textOf(t, FindingsText{}, aRun(findingAt(2))))
}

func TestFindingsTextOnANarrowTerminal(t *testing.T) {
	assert.Equal(t, `registry/issues/delad-journal.yaml:2:9:
  error
  group/äldregruppen does not exist in
  the registry, and no record has ever
  had that id [ref-resolves]
   2 │ driver: äldregruppen
     │         ^^^^^^^^^^^^
  remedy: Correct the id, or add the
          record that is missing.
  → registry/groups/aldregruppen.yaml:1:7:
    the one that may be meant stands
    here

One error.

Not everything can be told as of
2026-11-22. Whether 9 of 12 seats and
memberships (75%) hold that day does not
appear, since the sources are too old,
undated or silent. The same goes for 12
of 4,334 tests (less than 1%). These are
not errors. “vis validate --stats” shows
which rules they concern.
`, textOf(t, FindingsText{Width: 40, Lang: text.English}, aRun(findingAt(2))))
}

// TestNoLineIsWiderThanTheTerminal allows a word that cannot be broken.
func TestNoLineIsWiderThanTheTerminal(t *testing.T) {
	accepted := findingAt(1)
	accepted.Acknowledged = &model.Acknowledgement{
		Reason: model.Val[model.Text]{Is: model.Given, V: model.Text{Sv: "Gruppen inrättas av styrgruppen vid nästa möte, enligt protokollet."}},
	}
	var findings []*rule.Finding
	for range perRule + 3 {
		findings = append(findings, findingAt(1))
	}
	run := aRun(append(findings, accepted)...)
	run.Elsewhere = 2
	for width := 40; width < 110; width += 3 {
		for line := range strings.Lines(textOf(t, FindingsText{Width: width, Least: rule.Error}, run)) {
			line = strings.TrimSuffix(line, "\n")
			if columns(line) > width {
				assert.Len(t, words(strings.TrimPrefix(line, "  → ")), 1, "%q at %d", line, width)
			}
		}
	}
}

func TestColourAddsNothingButColour(t *testing.T) {
	for _, width := range []int{0, 40, 80} {
		plain := textOf(t, FindingsText{Width: width}, aRun(findingAt(1), findingAt(2)))
		coloured := textOf(t, FindingsText{Width: width, Style: NewStyle(true)}, aRun(findingAt(1), findingAt(2)))
		assert.NotContains(t, plain, "\x1b")
		assert.Contains(t, coloured, "\x1b[31;1mfel")
		assert.Equal(t, plain, regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(coloured, ""))
	}
}

// TestFindingsTextIsInert puts hostile texts wherever the registry speaks.
func TestFindingsTextIsInert(t *testing.T) {
	for in := range hostile {
		f := findingAt(2)
		f.File, f.Args = in, text.Args{"ref": in}
		f.Related[0].File, f.Related[0].Message, f.Related[0].Args = in, text.Both{Sv: "{x}", En: "{x}"}, text.Args{"x": in}
		accepted := findingAt(1)
		said := model.Val[model.Text]{Is: model.Given, V: model.Text{Sv: in, En: in}}
		accepted.Acknowledged = &model.Acknowledgement{Reason: said, By: said}
		accepted.Args = text.Args{"ref": in}
		out := textOf(t, FindingsText{Width: 60}, aRun(f, accepted))
		assertInert(t, strings.ReplaceAll(out, "\n", ""))
		assert.Len(t, regexp.MustCompile("(?m)^::").FindAllString(out, -1), 0, "no line is a command to a CI log")
	}
}

func TestSummary(t *testing.T) {
	finding := func(s rule.Severity) *rule.Finding {
		f := findingAt(1)
		f.Severity = s
		return f
	}
	last := func(f FindingsText, run *Run) string {
		run.Findings, run.Stats = nil, nil
		return strings.TrimSuffix(textOf(t, f, run), "\n")
	}
	e, w, i := finding(rule.Error), finding(rule.Warning), finding(rule.Info)
	assert.Equal(t, "Ett fel, 2 varningar och en upplysning.", last(FindingsText{Least: rule.Info}, aRun(e, w, w, i)))
	assert.Equal(t, "En upplysning. Upplysningar visas med --severity info.", last(FindingsText{Least: rule.Warning}, aRun(i)))
	assert.Equal(t, "En varning och en upplysning. Varningar visas med --severity warning.", last(FindingsText{Least: rule.Error}, aRun(w, i)))
	elsewhere := aRun(e, e)
	elsewhere.Elsewhere = 1
	assert.Equal(t, "2 fel. Ett fynd i andra filer än de angivna visas inte.", last(FindingsText{Least: rule.Info}, elsewhere))
	assert.Empty(t, last(FindingsText{}, aRun()), "nothing to say")
	assert.Empty(t, last(FindingsText{Quiet: true}, aRun(e)))
}

func TestPercent(t *testing.T) {
	for _, c := range []struct {
		n, all int
		want   string
	}{{0, 0, ""}, {0, 9, "0%"}, {1, 1000, "less than 1%"}, {1, 3, "33%"}, {1, 2, "50%"}, {2, 3, "67%"}, {999, 1000, "more than 99%"}, {9, 9, "100%"}} {
		assert.Equal(t, c.want, Percent(c.n, c.all, text.English), fmt.Sprint(c.n, c.all))
	}
	assert.Equal(t, "mindre än 1\u00a0%", Percent(1, 1000, text.Swedish))
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestWriteErrorsAreNotLost(t *testing.T) {
	assert.Error(t, FindingsText{Lang: text.Swedish, Path: func(s string) string { return s }, Lines: func(string) [][]byte { return nil }}.Write(full{}, aRun(findingAt(1))))
	assert.Error(t, FindingsJSON(full{}, aRun(findingAt(1)), text.Swedish))
	assert.Error(t, wideTable.Write(full{}, 80, Style{}))
	assert.Error(t, wideTable.Markdown(full{}))
}
