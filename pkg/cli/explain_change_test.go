package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/example"
	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

// TestExplainEveryChangeRule checks that each rule about changes can be
// explained in both languages, with a change that fails, what that gives, and
// a change that passes.
func TestExplainEveryChangeRule(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	for _, r := range review.Catalogue() {
		for _, lang := range []text.Lang{text.Swedish, text.English} {
			got := vis(t, t.TempDir(), "explain", r.ID, "--lang", string(lang))
			require.Equal(t, ExitClean, got.code, "%s: %s", r.ID, got.err)
			assert.Empty(t, got.err, r.ID)
			assert.True(t, strings.HasPrefix(got.out, r.ID+" · "), got.out)
			assert.Contains(t, got.out, " · "+lang.Word(text.ExplainOfChanges)+"\n", r.ID)
			sections := []text.Key{
				text.ExplainWhy, text.ExplainBefore, text.ExplainChangeFails, text.ExplainGives, text.ExplainChangePasses,
				text.ExplainRemedy, text.ExplainTune,
			}
			rest := got.out
			for i, key := range sections {
				before, after, ok := strings.Cut(rest, "\n"+lang.Word(key)+"\n")
				require.True(t, ok, "%s: %s is missing, or stands in another place", r.ID, lang.Word(key))
				if i > 0 {
					assert.NotEmpty(t, strings.TrimSpace(before), "%s: nothing stands under %s", r.ID, lang.Word(sections[i-1]))
				}
				rest = "\n" + after
				switch key {
				case text.ExplainGives:
					assert.Regexp(t, `^  [a-zåäö0-9/.-]+:[0-9]+:[0-9]+: `, after, "%s: the failing change gives no finding", r.ID)
				case text.ExplainChangeFails, text.ExplainChangePasses:
					assert.Regexp(t, `^  --- .+\n  \+\+\+ .+\n  @@ `, after, "%s: a change is shown line by line", r.ID)
				}
			}
			assert.NotContains(t, strings.SplitN(got.out, "\n"+lang.Word(text.ExplainRemedy)+"\n", 2)[1], "{before}", r.ID)
			if r.Tune.Sv != "" {
				assert.Contains(t, oneLine(rest), r.Tune.In(lang), r.ID)
			}
		}
	}
}

// oneLine takes out where lines are broken.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestChangesOfExamplesAreReviewed runs both changes of the example of every
// rule about changes through vis review, as a person would.
func TestChangesOfExamplesAreReviewed(t *testing.T) {
	small, err := example.Parse(rules.BaseExample())
	require.NoError(t, err)
	for _, r := range review.Catalogue() {
		t.Run(r.ID, func(t *testing.T) {
			t.Parallel()
			ex, err := example.Parse(r.Example)
			require.NoError(t, err)
			dir := t.TempDir()
			for _, side := range []string{"base", "fail", "pass"} {
				require.NotEmpty(t, ex.Side(side), "the example has no %s", side)
				require.NoError(t, os.CopyFS(filepath.Join(dir, side), example.FS(small.Files, ex.Side(side))))
			}
			assert.NotEqual(t, ex.Side("base"), ex.Side("fail"))
			assert.NotEqual(t, ex.Side("base"), ex.Side("pass"))

			failing := reviewed(t, dir, "fail", ex.AsOf)
			assert.Contains(t, failing.ids(), r.ID, "the failing change does not break the rule")
			for _, id := range failing.ids() {
				assert.Contains(t, append(ex.Also, r.ID), id, "the failing change breaks another rule")
			}
			passing := reviewed(t, dir, "pass", ex.AsOf)
			assert.Empty(t, passing.Broken, "the passing change breaks a rule")
			assert.NotEmpty(t, passing.Changes, "the passing change changes nothing")
			assert.False(t, passing.Verdict.Fails, "the passing change is not approved")
		})
	}
}

// reviewOutput is what the test reads of the output of vis review.
type reviewOutput struct {
	Verdict struct{ Fails bool }
	Broken  []struct{ Rule string }
	Changes []any
}

func (o reviewOutput) ids() []string {
	var ids []string
	for _, f := range o.Broken {
		ids = append(ids, f.Rule)
	}
	return ids
}

func reviewed(t *testing.T, dir, side, day string) reviewOutput {
	t.Helper()
	got := vis(t, dir, "review", "base", side, "--registry", side, "--as-of", day, "--format", "json")
	require.Contains(t, []int{ExitClean, ExitFindings}, got.code, got.err)
	var out reviewOutput
	require.NoError(t, json.Unmarshal([]byte(got.out), &out))
	assert.Equal(t, got.code == ExitFindings, out.Verdict.Fails)
	return out
}

func TestRulesListsEveryChangeRule(t *testing.T) {
	var listed []map[string]any
	got := vis(t, t.TempDir(), "rules", "--changes", "--format", "json")
	require.NoError(t, json.Unmarshal([]byte(got.out), &listed))
	var ids []string
	for _, r := range listed {
		ids = append(ids, r["id"].(string))
		assert.NotEmpty(t, r["title"])
		assert.NotContains(t, r, "profile", "every review tests every change rule")
	}
	assert.Equal(t, changeRuleIDs(), ids)
}

// TestExplainPublishesTheTables checks that a reader is told the table from kind
// of change to matter, whole.
func TestExplainPublishesTheTables(t *testing.T) {
	for _, lang := range []text.Lang{text.Swedish, text.English} {
		told := oneLine(vis(t, t.TempDir(), "explain", "mixed-matters", "--lang", string(lang)).out)
		for _, row := range review.MatterTable() {
			assert.Contains(t, told, row[0].In(lang)+": "+row[1].In(lang))
		}
	}
}
