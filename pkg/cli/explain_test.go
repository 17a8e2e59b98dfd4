package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

// TestExplainEveryRule checks that each rule of the catalogue can be explained
// in both languages, by its id, its number, and those of the rules that it
// decides too; and that one that finds shows what fails, what that gives, and
// what passes.
func TestExplainEveryRule(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	for _, r := range rules.Catalogue() {
		for _, lang := range []text.Lang{text.Swedish, text.English} {
			got := vis(t, t.TempDir(), "explain", r.ID, "--lang", string(lang))
			require.Equal(t, ExitClean, got.code, "%s: %s", r.ID, got.err)
			assert.Empty(t, got.err, r.ID)
			assert.True(t, strings.HasPrefix(got.out, r.ID+" "), got.out)
			assert.NotContains(t, got.out, "{field}", "%s: a placeholder is left", r.ID)
			keys := []text.Key{text.ExplainWhy}
			if r.Example != "" {
				keys = append(keys, text.ExplainFails, text.ExplainGives, text.ExplainPasses, text.ExplainRemedy, text.ExplainTune)
				_, gives, _ := strings.Cut(got.out, "\n"+lang.Word(text.ExplainGives)+"\n")
				assert.Regexp(t, `^  [a-zåäö0-9/.-]+:[0-9]+:[0-9]+: `, gives, "%s: the failing example gives no finding", r.ID)
			}
			for _, k := range keys {
				assert.Contains(t, got.out, "\n"+lang.Word(k)+"\n", r.ID)
			}
			if r.Number != "" {
				assert.Equal(t, got, vis(t, t.TempDir(), "explain", r.Number, "--lang", string(lang)), r.Number)
			}
			for _, m := range r.Merged {
				for _, id := range []string{m.ID, m.Number} {
					if id == "" {
						continue
					}
					merged := vis(t, t.TempDir(), "explain", id, "--lang", string(lang))
					assert.Equal(t, ExitClean, merged.code, id)
					assert.Contains(t, merged.out, m.Title.In(lang), id)
					assert.True(t, strings.HasSuffix(merged.out, got.out), "%s is told with %s", id, r.ID)
				}
			}
		}
	}
}

func TestRulesListsEveryRule(t *testing.T) {
	var listed []struct{ ID string }
	got := vis(t, t.TempDir(), "rules", "--format", "json")
	require.NoError(t, json.Unmarshal([]byte(got.out), &listed))
	var ids []string
	for _, r := range listed {
		ids = append(ids, r.ID)
	}
	assert.Equal(t, ruleIDs(), ids)
}
