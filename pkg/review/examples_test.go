package review_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/example"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

// TestExamples runs the failing and the passing change of every rule: each is
// what is laid over the small registry instead of the files under base/.
func TestExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	small := parse(t, rules.BaseExample())
	for _, r := range review.Catalogue() {
		if r.Form != rule.InFindings {
			continue
		}
		t.Run(r.ID, func(t *testing.T) {
			require.NotEmpty(t, r.Example, "examples/%s.txtar is missing", r.ID)
			e := parse(t, r.Example)
			base := e.Side("base")
			require.NotEmpty(t, base)
			for _, f := range e.Files {
				assert.LessOrEqual(t, strings.Count(f.Text, "\n"), 20, "%s: an example is read by people", f.Path)
			}

			found := map[string]int{}
			for _, f := range judge(t, small, e, base, e.Side("fail")) {
				found[f.Spec.ID]++
				require.Contains(t, f.Spec.Messages, f.Variant)
				for _, words := range []text.Both{f.Message(), f.HowToMend()} {
					for _, name := range text.Placeholders(words.Sv + words.En) {
						assert.Contains(t, f.Args, name)
					}
				}
			}
			assert.Positive(t, found[r.ID], "no finding of the rule on the failing side: %v", found)
			delete(found, r.ID)
			for _, id := range e.Also {
				assert.Contains(t, found, id, "also: names a rule that does not fire")
				delete(found, id)
			}
			assert.Empty(t, found, "other rules fire on the failing side")

			for _, f := range judge(t, small, e, base, e.Side("pass")) {
				t.Errorf("the passing side gives %s at %s %s", f.Spec.ID, f.File, f.Path)
			}
		})
	}
}

// TestNothingChanged runs every rule on no change at all.
func TestNothingChanged(t *testing.T) {
	small := parse(t, rules.BaseExample())
	assert.Empty(t, judge(t, small, small, nil, nil))
}

// TestExamplesBelongToRules finds examples that no rule shows.
func TestExamplesBelongToRules(t *testing.T) {
	files, err := os.ReadDir("examples")
	require.NoError(t, err)
	for _, f := range files {
		_, ok := review.Find(strings.TrimSuffix(f.Name(), ".txtar"))
		assert.True(t, ok, "%s is the example of no rule", f.Name())
	}
}

// judge gives the findings of the change from the small registry with some
// files laid over it to the same with others.
func judge(t *testing.T, small, e *example.Example, base, head []example.File) []*rule.Finding {
	t.Helper()
	ctx := context.Background()
	view := func(overlay []example.File) *registry.View {
		loaded, err := load.Registry(ctx, example.FS(small.Files, overlay))
		require.NoError(t, err)
		for _, f := range loaded.Findings {
			t.Errorf("%s %s: %s", f.File, f.Path, f.Spec.ID)
		}
		day, err := edtf.ParseDay(e.AsOf)
		require.NoError(t, err)
		return loaded.Registry.At(day, day)
	}
	out, err := review.Judge(ctx, change.Compare(view(base), view(head)))
	require.NoError(t, err)
	return out.Findings
}

func parse(t *testing.T, archive string) *example.Example {
	t.Helper()
	e, err := example.Parse(archive)
	require.NoError(t, err)
	return e
}
