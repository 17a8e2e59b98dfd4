package schema

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/joshdk/go-junit"
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/cli"
)

// sarifModule is the package that holds the schema that OASIS publishes for
// SARIF 2.1.0, as a constant of its own.
const sarifModule = "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

// sarifSchema is the official schema. The package keeps it to itself and reads a
// report into structs before it compares, so a key too many would go unseen: it
// is taken out of the source.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", sarifModule).Output()
	require.NoError(t, err)
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	require.NoError(t, err)
	var text string
	ast.Inspect(file, func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok && v.Names[0].Name == "schema" {
			text, err = strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
		}
		return true
	})
	require.NoError(t, err)
	require.Contains(t, text, `"title": "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"`)
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft4)
	c.AssertFormat()
	require.NoError(t, c.AddResource("sarif.json", doc))
	s, err := c.Compile("sarif.json")
	require.NoError(t, err)
	return s
}

// changed is a registry with two broken references, and a copy of it where one
// is accepted, the record of the other removed, and a broken record added.
func changed(t *testing.T) (before, after string) {
	t.Helper()
	before, after = filepath.Join(t.TempDir(), "vård"), filepath.Join(t.TempDir(), "vård")
	small := os.DirFS("../../testdata/script/registry")
	require.NoError(t, os.CopyFS(before, small))
	require.NoError(t, os.CopyFS(after, small))
	require.NoError(t, os.Remove(filepath.Join(after, "issues", "delad-journal.yaml")))
	require.NoError(t, os.WriteFile(filepath.Join(after, "issues", "åäö 100%.yaml"), []byte("title: \"##[x] [a](b)\\e\"\nstate: drivet\n"), 0o644))
	add := func(dir, file, line string) {
		name := filepath.Join(dir, filepath.FromSlash(file))
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(name, append(data, line...), 0o644))
	}
	add(before, "issues/delad-journal.yaml", "agreements: [borta]\n")
	add(before, "groups/styrgruppen.yaml", "based_on: [borta]\n")
	add(after, "groups/styrgruppen.yaml", "based_on: [borta]\n")
	var run struct {
		Findings []struct{ Fingerprint, Rule, Record string }
	}
	require.NoError(t, json.Unmarshal(vis(t, cli.ExitFindings, "validate", "--registry", after, "-f", "json", "--rule", "ref-resolves"), &run))
	require.NotEmpty(t, run.Findings)
	f := run.Findings[0]
	require.NoError(t, os.WriteFile(filepath.Join(after, "acknowledged.yaml"), []byte(
		"- fingerprint: "+f.Fingerprint+"\n  rule: "+f.Rule+"\n  record: "+f.Record+"\n  reason: Känt.\n  by: Sekretariatet\n  until: 2027-01-01\n"), 0o644))
	return before, after
}

// runs are calls that write findings of each sort.
func runs(t *testing.T) map[string][]string {
	before, after := changed(t)
	return map[string][]string{
		"the registry":       {"validate"},
		"bad input":          {"validate", "--registry", "testdata/bad/registry"},
		"accepted findings":  {"validate", "--registry", after},
		"since":              {"validate", "--registry", after, "--new-since", before},
		"a change":           {"review", before, after},
		"a change, only new": {"review", before, after, "--new-only"},
	}
}

// visFormat runs a call in a format and a language, whatever it finds.
func visFormat(t *testing.T, args []string, format, lang string) []byte {
	t.Helper()
	exit := cli.ExitFindings
	if len(args) == 1 {
		exit = cli.ExitClean
	}
	return vis(t, exit, append(args, "--format", format, "--lang", lang, "--profile", "pedantic")...)
}

func TestSARIFAgainstTheOfficialSchema(t *testing.T) {
	s := sarifSchema(t)
	states := map[string]bool{}
	for name, args := range runs(t) {
		for _, lang := range []string{"sv", "en"} {
			t.Run(name+", "+lang, func(t *testing.T) {
				out := visFormat(t, args, "sarif", lang)
				assert.NoError(t, s.Validate(decoded(t, out)))
				report, err := sarif.FromBytes(out)
				require.NoError(t, err)
				require.Len(t, report.Runs, 1)
				run := report.Runs[0]
				assert.NotEmpty(t, run.Results)
				for _, r := range run.Results {
					require.Less(t, r.RuleIndex, len(run.Tool.Driver.Rules))
					assert.Equal(t, *r.RuleID, *run.Tool.Driver.Rules[r.RuleIndex].ID)
					if r.BaselineState != nil {
						states[*r.BaselineState] = true
					}
				}
			})
		}
	}
	for _, state := range []string{"new", "unchanged", "absent"} {
		assert.Contains(t, states, state)
	}
	doc := decoded(t, visFormat(t, []string{"validate"}, "sarif", "sv")).(map[string]any)
	doc["runs"].([]any)[0].(map[string]any)["extra"] = true
	assert.Error(t, s.Validate(doc), "the schema refuses what it does not say")
}

func TestJUnitWithAnotherReader(t *testing.T) {
	for name, args := range runs(t) {
		if args[0] != "validate" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			out := visFormat(t, args, "junit", "sv")
			suites, err := junit.IngestReader(bytes.NewReader(out))
			require.NoError(t, err)
			require.NotEmpty(t, suites)
			passed, failed := 0, 0
			seen := map[string]bool{}
			for _, s := range suites {
				assert.NotEmpty(t, s.Tests, s.Name)
				passed += s.Totals.Passed
				failed += s.Totals.Failed
				for _, c := range s.Tests {
					assert.False(t, seen[c.Classname+c.Name], "%s: %s stands twice", c.Classname, c.Name)
					seen[c.Classname+c.Name] = true
				}
			}
			assert.Positive(t, passed)
			assert.Equal(t, name != "the registry", failed > 0)
		})
	}
}

func TestGitLabHasWhatItsWidgetNeeds(t *testing.T) {
	for name, args := range runs(t) {
		var issues []struct {
			Description string `json:"description"`
			CheckName   string `json:"check_name"`
			Fingerprint string `json:"fingerprint"`
			Severity    string `json:"severity"`
			Location    struct {
				Path  string `json:"path"`
				Lines struct {
					Begin, End int
				} `json:"lines"`
			} `json:"location"`
		}
		d := json.NewDecoder(bytes.NewReader(visFormat(t, args, "gitlab", "en")))
		d.DisallowUnknownFields()
		require.NoError(t, d.Decode(&issues), name)
		assert.NotEmpty(t, issues, name)
		seen := map[string]bool{}
		for _, i := range issues {
			assert.False(t, seen[i.Fingerprint], "%s: %s stands twice", name, i.Fingerprint)
			seen[i.Fingerprint] = true
			assert.NotEmpty(t, i.Description)
			assert.Contains(t, []string{"info", "minor", "major", "critical", "blocker"}, i.Severity)
			assert.False(t, strings.HasPrefix(i.Location.Path, "./") || strings.HasPrefix(i.Location.Path, "/"), i.Location.Path)
			assert.Positive(t, i.Location.Lines.Begin)
		}
	}
}

func TestReviewOutput(t *testing.T) {
	s := compiled(t, "review")
	for name, args := range runs(t) {
		if args[0] != "review" {
			continue
		}
		for _, lang := range []string{"sv", "en"} {
			out := visFormat(t, args, "json", lang)
			assert.NoError(t, s.Validate(decoded(t, out)), "%s, %s", name, lang)
			var doc struct {
				Verdict       struct{ Fails bool }
				Broken, New   []any
				Gone, Changes []any
				Effects       map[string]any
			}
			require.NoError(t, json.Unmarshal(out, &doc))
			assert.True(t, doc.Verdict.Fails)
			assert.NotEmpty(t, doc.Broken)
			assert.NotEmpty(t, doc.New)
			assert.Equal(t, !strings.Contains(name, "only"), doc.Changes != nil && doc.Effects != nil && doc.Gone != nil)
		}
	}
}
