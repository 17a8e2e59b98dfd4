package mutation_test

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/mutation"
)

func entries(t *testing.T, block string) []*mutation.Entry {
	t.Helper()
	all, err := mutation.Parse("table.md", "# Words\n\n## section\n\n### Title\n\nProse.\n\n```diff\n"+block+"```\n", "on")
	require.NoError(t, err)
	return all
}

func TestApply(t *testing.T) {
	base := fstest.MapFS{
		"a.yaml": {Data: []byte("one: 1\ntwo: 2\nthree: 3\nfour: 4\n")},
		"b.yaml": {Data: []byte("b: 1\n")},
		"c.yaml": {Data: []byte("c: 1\n")},
	}
	all := entries(t, "on 2025-03-01\nedit a.yaml\n-one: 1\n+one: ‹U+00E5›     ← error here, warning too\n\n three: 3\n+more: x\n"+
		"delete b.yaml\nmove c.yaml to d/c.yaml\n-c: 1\n+c: 2\nadd e.yaml\n+e: 1\nsee a.yaml\n two: 2     ← seen\n")
	require.Len(t, all, 1)
	e := all[0]
	assert.Equal(t, "section", e.Section)
	assert.Equal(t, "Title", e.Title)
	assert.Equal(t, "table.md:9", e.Place)
	assert.Equal(t, map[string]string{"on": "2025-03-01"}, e.Settings)
	notes := map[string]int{}
	files, err := e.Apply(base, func(file string, line int, note string) { notes[file+" "+note] = line })
	require.NoError(t, err)
	got := map[string]string{}
	for name, file := range files {
		got[name] = string(file.Data)
	}
	assert.Equal(t, map[string]string{"a.yaml": "one: å\ntwo: 2\nthree: 3\nmore: x\nfour: 4\n", "d/c.yaml": "c: 2\n", "e.yaml": "e: 1\n"}, got)
	assert.Equal(t, map[string]int{"a.yaml error here, warning too": 1, "a.yaml seen": 2}, notes)
	assert.Equal(t, "b: 1\n", string(base["b.yaml"].Data), "the base is left as it was")
}

func TestApplyRefuses(t *testing.T) {
	base := fstest.MapFS{"a.yaml": {Data: []byte("x: 1\nx: 1\ny: 2\n")}}
	for name, block := range map[string]string{
		"lines that stand twice":   "edit a.yaml\n-x: 1\n+x: 2\n",
		"lines that do not stand":  "edit a.yaml\n-z: 1\n",
		"a file that is not there": "edit b.yaml\n-x: 1\n",
		"a file that is there":     "add a.yaml\n+x: 1\n",
		"no edit at all":           "edit a.yaml\n y: 2\n",
		"blocks in another order":  "edit a.yaml\n-y: 2\n\n x: 1\n x: 1\n+z: 1\n",
		"to what exists":           "copy a.yaml to a.yaml\n",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := entries(t, block)[0].Apply(base, nil)
			assert.ErrorContains(t, err, "table.md:9")
		})
	}
}

func TestParseRefuses(t *testing.T) {
	for name, table := range map[string]string{
		"no section":             "### T\n```diff\n```\n",
		"no title":               "## S\n```diff\n```\n",
		"no end":                 "## S\n### T\n```diff\n",
		"another fence":          "## S\n### T\n```yaml\n```\n",
		"an unknown verb":        "## S\n### T\n```diff\nbreak a.yaml\n```\n",
		"an unknown setting":     "## S\n### T\n```diff\nin second\n```\n",
		"a line without a file":  "## S\n### T\n```diff\n+x\n```\n",
		"a path outside":         "## S\n### T\n```diff\nadd ../a.yaml\n+x\n```\n",
		"an edit without lines":  "## S\n### T\n```diff\nedit a.yaml\n```\n",
		"a note on what is gone": "## S\n### T\n```diff\nedit a.yaml\n-x ← error\n```\n",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := mutation.Parse("table.md", table, "on")
			assert.ErrorContains(t, err, "table.md:")
		})
	}
}
