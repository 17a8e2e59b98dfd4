package render

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// formats are the formats for other programs.
var formats = map[string]func(io.Writer, *Report) error{
	"sarif": SARIF, "junit": JUnit, "github": GitHub, "gitlab": GitLab,
	"markdown": func(w io.Writer, r *Report) error { return FindingsMarkdown{Fold: 2}.Write(w, r) },
}

func aReport(findings ...Reported) *Report {
	return &Report{
		Command: "validate", Version: "v1.2.3", Lang: text.Swedish, Registry: "Prov", AsOf: edtf.DayOf(2026, 11, 22),
		Findings: findings, FailOn: rule.Error,
		Rules: []Ruled{
			{Spec: spec, Count: truth.Count{Yes: 1, No: 2}},
			{Spec: &rule.Spec{ID: "seat-vacancy", Title: text.Both{Sv: "Platsen är tillsatt.", En: "The seat is filled."}}, Count: truth.Count{CannotTell: 3}},
			{Spec: &rule.Spec{ID: "all-well", Title: text.Both{Sv: "Allt är väl.", En: "All is well."}}, Count: truth.Count{Yes: 3}},
		},
		Path:  func(file string) string { return "registry/" + file },
		Lines: func(string) [][]byte { return [][]byte{[]byte("title: Å"), []byte("driver: äldregruppen\r")} },
	}
}

func written(t *testing.T, format string, r *Report) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, formats[format](&b, r))
	return b.String()
}

func reported(line int, fingerprint string, s rule.Severity) Reported {
	f := findingAt(line)
	f.Fingerprint, f.Severity = fingerprint, s
	return Reported{Finding: f}
}

// said is a text that a registry holds.
func said(s string) model.Val[model.Text] {
	return model.Val[model.Text]{Is: model.Given, V: model.Text{Sv: s, En: s}}
}

// dressed is a finding that repeats one text wherever the registry speaks.
func dressed(in string) []Reported {
	f := findingAt(2)
	f.File, f.Args, f.Fingerprint = in, text.Args{"ref": in}, "0123456789abcdef"
	f.Path = model.Path{}.At(in, 1)
	f.Related[0].File, f.Related[0].Message, f.Related[0].Args = in, text.Both{Sv: "{x}", En: "{x}"}, text.Args{"x": in}
	ok := findingAt(1)
	ok.File, ok.Args, ok.Fingerprint = in, text.Args{"ref": in}, "fedcba9876543210"
	ok.Acknowledged = &model.Acknowledgement{Reason: said(in), By: said(in)}
	return []Reported{{Finding: f, State: Fresh}, {Finding: ok, State: Kept}}
}

// checkInert reads back what each format writes of hostile texts, with readers
// that are not ours where there are any.
func checkInert(t *testing.T, in string) {
	t.Helper()
	r := aReport(dressed(in)...)
	r.Registry = in
	r.Lines = func(string) [][]byte { return [][]byte{[]byte(in), []byte(in)} }
	for format := range formats {
		out := written(t, format, r)
		require.True(t, utf8.ValidString(out), format)
		assertInert(t, strings.ReplaceAll(out, "\n", ""))
		for line := range strings.Lines(out) {
			if format != "github" {
				assert.Nil(t, runnerReads(line), "%s: %q", format, line)
			}
		}
		switch format {
		case "sarif":
			var log sarifLog
			require.NoError(t, json.Unmarshal([]byte(out), &log))
			for _, res := range log.Runs[0].Results {
				assert.NotRegexp(t, `(^|[^\\])\]\(`, res.Message.Text, "no link")
				u, err := url.Parse(res.Locations[0].Physical.Artifact.URI)
				require.NoError(t, err)
				assert.Empty(t, u.Scheme+u.Host+u.RawQuery+u.Fragment)
				assert.Equal(t, r.path(rule.Place{File: in}), u.Path)
			}
		case "gitlab":
			var issues []gitlabIssue
			require.NoError(t, json.Unmarshal([]byte(out), &issues))
			assert.Len(t, issues, 1, "the accepted one is left out")
		case "junit":
			var suites junitSuites
			require.NoError(t, xml.Unmarshal([]byte(out), &suites))
			require.Len(t, suites.Suites, 3)
			require.Len(t, suites.Suites[0].Cases, 2)
			assert.Equal(t, Message(r.Findings[0].Finding, r.Lang), suites.Suites[0].Cases[0].Failure.Message)
		case "github":
			for line := range strings.Lines(out) {
				c := runnerReads(line)
				require.NotNil(t, c, "%q", line)
				assert.Equal(t, "error", c.name)
				assert.Equal(t, Safe(r.path(rule.Place{File: in})), c.properties["file"])
				assert.Equal(t, r.whole(r.Findings[0].Finding), c.data)
				assert.Len(t, c.properties, 6)
			}
			assert.Equal(t, 1, strings.Count(out, "\n"))
		case "markdown":
			out = strings.NewReplacer("<details>", "", "</details>", "", "<summary><b>", "", "</b></summary>", "", "## ", "", "#", "").Replace(structure(out))
			assert.Empty(t, unescaped(out), "%q", out)
		}
	}
}

// structure takes the marks of tables and headings away from the ends of lines
// and from between cells.
func structure(md string) string {
	var b strings.Builder
	for line := range strings.Lines(md) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "| ") {
			line = strings.ReplaceAll(strings.Trim(line, "|"), " | ", " ")
		}
		b.WriteString(strings.TrimPrefix(line, "###") + " ")
	}
	return b.String()
}

func TestReportsAreInert(t *testing.T) {
	for in := range hostile {
		checkInert(t, in)
	}
	for _, in := range reportSeeds {
		checkInert(t, in)
	}
}

var reportSeeds = []string{
	"",
	"##[add-mask]x", "#\u200b##[error]y", "::add-mask::x", "a%0A::stop-commands::b", "%250A", "100 %", "a,b:c=d;e]f",
	"[här](https://ond.example)", `\[a](1)`, "{0}", "]]>", "&amp;<x a='b'>", "..", "a/../b c?d#e", "//host/x", "</details>", "@alla #1 | `x`",
}

func FuzzReports(f *testing.F) {
	for in := range hostile {
		f.Add(in)
	}
	for _, in := range reportSeeds {
		f.Add(in)
	}
	f.Fuzz(checkInert)
}

func TestSARIF(t *testing.T) {
	e, accepted, gone := reported(2, "aa", rule.Error), reported(1, "bb", rule.Info), reported(2, "cc", rule.Warning)
	e.State, accepted.State, gone.State = Fresh, Kept, Gone
	accepted.Acknowledged = &model.Acknowledgement{Reason: said("Känt."), By: said("Sekretariatet")}
	var log sarifLog
	require.NoError(t, json.Unmarshal([]byte(written(t, "sarif", aReport(e, accepted, gone))), &log))
	run := log.Runs[0]
	assert.Equal(t, "unicodeCodePoints", run.ColumnKind)
	for i, res := range run.Results {
		assert.Equal(t, res.RuleID, run.Tool.Driver.Rules[res.RuleIndex].ID)
		assert.Equal(t, []string{"error", "note", "warning"}[i], res.Level)
		assert.Equal(t, []State{Fresh, Kept, Gone}[i], res.BaselineState)
		assert.Equal(t, []string{"aa", "bb", "cc"}[i], res.PartialFingerprints[sarifPrintsName])
		require.NotNil(t, res.Suppressions, "each says whether it is suppressed")
	}
	assert.Empty(t, run.Results[0].Suppressions)
	assert.Equal(t, []sarifSuppression{{"external", "accepted", "Känt. (Sekretariatet)"}}, run.Results[1].Suppressions)
	at := run.Results[0].Locations[0].Physical
	assert.Equal(t, sarifArtifact{"registry/issues/delad-journal.yaml", sarifTop}, at.Artifact)
	assert.Equal(t, &sarifRegion{2, 9, 2, 21, &sarifText{"äldregruppen"}}, at.Region)
	assert.Nil(t, run.Results[2].Locations[0].Physical.Region.Snippet, "it is there no more")
	require.Len(t, run.Results[0].RelatedLocations, 1)
	assert.Equal(t, "den som kan ha menats står här.", run.Results[0].RelatedLocations[0].Message.Text)
	assert.NotContains(t, written(t, "sarif", aReport(e)), "suppressions")
}

func TestSecretsAreNotRepeated(t *testing.T) {
	f := reported(2, "aa", rule.Error)
	secret := *spec
	secret.Secret = true
	f.Spec = &secret
	assert.NotContains(t, written(t, "sarif", aReport(f)), "snippet")
	beside := reported(2, "bb", rule.Error)
	assert.NotContains(t, written(t, "sarif", aReport(beside, f)), "snippet", "nor by a finding on the same line")
	assert.NotContains(t, textOf(t, FindingsText{}, aRun(beside.Finding, f.Finding)), "driver: äldregruppen")
	assert.Contains(t, written(t, "sarif", aReport(reported(2, "aa", rule.Error))), "snippet")
}

func TestRelativeURI(t *testing.T) {
	for path, want := range map[string]string{
		"registry/a.yaml": "registry/a.yaml", "å ä/100%.yaml": "%C3%A5%20%C3%A4/100%25.yaml", "a:b/c?d#e": "a%3Ab/c%3Fd%23e", "../a": "../a",
	} {
		assert.Equal(t, want, relativeURI(path))
	}
}

func TestJUnit(t *testing.T) {
	failed, told, ok := reported(2, "aa", rule.Error), reported(1, "bb", rule.Warning), reported(1, "cc", rule.Error)
	ok.Acknowledged = &model.Acknowledgement{Reason: said("Känt.")}
	var suites junitSuites
	require.NoError(t, xml.Unmarshal([]byte(written(t, "junit", aReport(failed, told, ok))), &suites))
	assert.Equal(t, [3]int{5, 1, 0}, [3]int{suites.Tests, suites.Failures, suites.Errors})
	broken := suites.Suites[0]
	assert.Equal(t, "ref-resolves", broken.Name)
	assert.Equal(t, [3]int{3, 1, 2}, [3]int{broken.Tests, broken.Failures, broken.Skipped})
	assert.Contains(t, broken.Cases[0].Failure.Text, "\nregistry/issues/delad-journal.yaml:2:9: fel\n")
	assert.Equal(t, "Godtaget: Känt.", broken.Cases[2].Skipped.Message)
	assert.Equal(t, "Går inte att avgöra: 3 prövningar.", suites.Suites[1].Cases[0].Skipped.Message)
	assert.Equal(t, junitCase{Name: "Allt är väl.", Class: "vis.all-well", Time: "0"}, suites.Suites[2].Cases[0])
	moved := reported(2, "aa", rule.Error)
	moved.At.Line = 7
	var again junitSuites
	require.NoError(t, xml.Unmarshal([]byte(written(t, "junit", aReport(moved))), &again))
	assert.Equal(t, broken.Cases[0].Name, again.Suites[0].Cases[0].Name, "a test is the same on another line")
	names := map[string]bool{}
	for _, c := range broken.Cases {
		assert.False(t, names[c.Class+c.Name], "GitLab drops what has the same name")
		names[c.Class+c.Name] = true
	}
}

func TestGitLab(t *testing.T) {
	gone, long := reported(1, "aa", rule.Error), reported(1, "bb", rule.Warning)
	gone.State, long.At.EndLine = Gone, 3
	nowhere := reported(0, "cc", rule.Info)
	nowhere.Place = rule.Place{}
	var issues []gitlabIssue
	require.NoError(t, json.Unmarshal([]byte(written(t, "gitlab", aReport(gone, long, nowhere))), &issues))
	require.Len(t, issues, 2)
	assert.Equal(t, gitlabLocation{"registry/issues/delad-journal.yaml", gitlabLines{1, 3}}, issues[0].Location)
	assert.Equal(t, gitlabLocation{"registry/vis.yaml", gitlabLines{1, 0}}, issues[1].Location)
	assert.Equal(t, "group/äldregruppen finns inte i registret, och ingen post har någonsin haft det id:t. Rätta id:t, eller lägg till den post som saknas.", issues[0].Description)
	assert.Equal(t, "[]\n", written(t, "gitlab", aReport()))
}

func TestFindingsMarkdown(t *testing.T) {
	ok := reported(1, "cc", rule.Error)
	ok.Acknowledged = &model.Acknowledgement{Reason: said("Känt.")}
	all := []Reported{reported(2, "aa", rule.Error), reported(1, "bb", rule.Info), ok}
	write := func(m FindingsMarkdown, r *Report) string {
		for _, f := range r.Findings {
			m.Totals = Count(append([]*rule.Finding{}, f.Finding))
		}
		var b strings.Builder
		require.NoError(t, m.Write(&b, r))
		return b.String()
	}
	out := write(FindingsMarkdown{}, aReport(all...))
	assert.Contains(t, out, "### Fel (1)\n\n| Plats | Fynd | Åtgärd | Regel |\n| --- | --- | --- | --- |\n| registry/issues/delad-journal.yaml:2 | group/äldregruppen finns inte")
	assert.Contains(t, out, "<details>\n<summary><b>Upplysningar (1)</b></summary>\n\n| Plats |")
	assert.Contains(t, out, "<summary><b>Godtagna fynd (1)</b></summary>\n\n| Plats | Fynd | Skäl | Regel |")
	assert.Equal(t, "## Prövning av registret: inga fynd\n\nPer 2026-11-22: Prov.\n", write(FindingsMarkdown{}, aReport()))
	for range 100 {
		all = append(all, reported(2, "aa", rule.Warning))
	}
	whole := write(FindingsMarkdown{Fold: 60}, aReport(all...))
	assert.Contains(t, whole, "<summary><b>Varningar (100)</b></summary>")
	for most := 400; most < len(whole); most += 97 {
		out := write(FindingsMarkdown{Fold: 60, Most: most, Rest: "Mer finns."}, aReport(all...))
		assert.LessOrEqual(t, len(out), most)
		assert.Contains(t, out, "Mer finns.")
		assert.Equal(t, strings.Count(out, "<details>"), strings.Count(out, "</details>"))
	}
}
