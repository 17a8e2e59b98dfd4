package rules_test

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/example"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

// TestBaseExampleIsClean checks the registry that all examples are laid over.
func TestBaseExampleIsClean(t *testing.T) {
	base := parse(t, rules.BaseExample())
	assert.Equal(t, example.Day, base.AsOf)
	assert.Empty(t, base.Also)
	assert.Empty(t, told(validate(t, base, base.AsOf, nil)))
}

// TestExamples runs the failing and the passing example of every rule.
func TestExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	base := parse(t, rules.BaseExample())
	for _, r := range rules.Catalogue() {
		if r.Form != rule.InFindings {
			continue
		}
		t.Run(r.ID, func(t *testing.T) {
			require.NotEmpty(t, r.Example, "examples/%s.txtar is missing", r.ID)
			e := parse(t, r.Example)
			fail, pass := e.Side("fail"), e.Side("pass")
			checkSides(t, e, fail, pass)

			found := map[string]int{}
			shown := false
			for _, f := range told(validate(t, base, e.AsOf, fail)) {
				found[f.Spec.ID]++
				assert.Positive(t, f.At.Line, "position of %s", f.Spec.ID)
				assert.Positive(t, f.At.Column, "position of %s", f.Spec.ID)
				checkWords(t, f)
				shown = shown || f.Spec.ID == r.ID && (contains(fail, f.File) || contains(base.Files, f.File))
			}
			assert.True(t, shown, "no finding of the rule on the failing side: %v", found)
			delete(found, r.ID)
			for _, id := range e.Also {
				assert.Contains(t, found, id, "also: names a rule that does not fire")
				delete(found, id)
			}
			assert.Empty(t, found, "other rules fire on the failing side")

			for _, f := range told(validate(t, base, e.AsOf, pass)) {
				t.Errorf("the passing side gives %s at %s:%d", f.Spec.ID, f.File, f.At.Line)
			}
		})
	}
}

// TestExamplesBelongToRules finds examples that no rule shows.
func TestExamplesBelongToRules(t *testing.T) {
	known := map[string]bool{"base": true}
	for _, r := range rules.Catalogue() {
		known[r.ID] = true
	}
	files, err := os.ReadDir("examples")
	require.NoError(t, err)
	for _, f := range files {
		assert.True(t, known[strings.TrimSuffix(f.Name(), ".txtar")], "%s is the example of no rule", f.Name())
	}
}

// beyondASCII is what the positions of Swedish text must survive.
var beyondASCII = regexp.MustCompile(`[åäöÅÄÖ]`)

// checkSides checks that an example is small and shows one difference.
func checkSides(t *testing.T, e *example.Example, fail, pass []example.File) {
	t.Helper()
	assert.Len(t, e.Files, len(fail)+len(pass), "every file stands under fail/ or pass/")
	assert.NotEqual(t, fail, pass)
	for name, files := range map[string][]example.File{"fail": fail, "pass": pass} {
		assert.NotEmpty(t, files, name)
		assert.LessOrEqual(t, len(files), 3, "%s: an example is read by people", name)
		var all strings.Builder
		for _, f := range files {
			assert.LessOrEqual(t, strings.Count(f.Text, "\n"), 15, "%s/%s: an example is read by people", name, f.Path)
			all.WriteString(f.Text)
		}
		assert.Regexp(t, beyondASCII, all.String(), name)
	}
}

// checkWords checks that a finding has a value for every placeholder of its
// message and its remedy.
func checkWords(t *testing.T, f *rule.Finding) {
	t.Helper()
	require.Contains(t, f.Spec.Messages, f.Variant, f.Spec.ID)
	for _, words := range []text.Both{f.Message(), f.HowToMend()} {
		for _, template := range []string{words.Sv, words.En} {
			for _, name := range text.Placeholders(template) {
				assert.Contains(t, f.Args, name, "%s: %s", f.Spec.ID, template)
			}
		}
	}
}

func parse(t *testing.T, archive string) *example.Example {
	t.Helper()
	e, err := example.Parse(archive)
	require.NoError(t, err)
	return e
}

// validate gives every finding, with its position, of the base with some files
// laid over it.
func validate(t *testing.T, base *example.Example, asOf string, overlay []example.File) []*rule.Finding {
	t.Helper()
	ctx := context.Background()
	fsys := example.FS(base.Files, overlay)
	loaded, err := load.Registry(ctx, fsys)
	require.NoError(t, err)
	day, err := edtf.ParseDay(asOf)
	require.NoError(t, err)
	out, err := rules.Run(ctx, loaded, loaded.Registry.At(day, day), rules.Options{Profile: rule.Pedantic})
	require.NoError(t, err)
	require.NoError(t, load.Locate(ctx, fsys, out.Findings))
	return out.Findings
}

// told leaves out the findings that acknowledged.yaml accepts.
func told(findings []*rule.Finding) []*rule.Finding {
	var out []*rule.Finding
	for _, f := range findings {
		if f.Acknowledged == nil {
			out = append(out, f)
		}
	}
	return out
}

func contains(files []example.File, name string) bool {
	for _, f := range files {
		if f.Path == name {
			return true
		}
	}
	return false
}
