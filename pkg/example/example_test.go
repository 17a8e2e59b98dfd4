package example_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/example"
)

const archive = `
as-of: 2023-01-01
also: source-required
also: ref-resolves

-- fail/plans/arsplan.yaml --
title: Årsplan för äldre
-- pass/plans/arsplan.yaml --
title: Årsplan för äldre
type: annual
-- pass/vis.yaml --
schema: 1
`

func TestParse(t *testing.T) {
	e, err := example.Parse(archive)
	require.NoError(t, err)
	assert.Equal(t, "2023-01-01", e.AsOf)
	assert.Equal(t, []string{"source-required", "ref-resolves"}, e.Also)
	assert.Len(t, e.Files, 3)
	assert.Equal(t, []example.File{{Path: "plans/arsplan.yaml", Text: "title: Årsplan för äldre\n"}}, e.Side("fail"))
	assert.Equal(t, []example.File{
		{Path: "plans/arsplan.yaml", Text: "title: Årsplan för äldre\ntype: annual\n"},
		{Path: "vis.yaml", Text: "schema: 1\n"},
	}, e.Side("pass"))
	assert.Empty(t, e.Side("fai"))
	assert.Empty(t, e.Side("head"))
}

func TestParseWithoutSettings(t *testing.T) {
	e, err := example.Parse("-- vis.yaml --\nschema: 1")
	require.NoError(t, err)
	assert.Equal(t, &example.Example{AsOf: example.Day, Files: []example.File{{Path: "vis.yaml", Text: "schema: 1\n"}}}, e)
}

func TestParseRefuses(t *testing.T) {
	for name, archive := range map[string]string{
		"an unknown setting":        "day: 2025-06-01\n",
		"prose":                     "Kommunen saknar delregion.\n",
		"a day that is none":        "as-of: 2025-02-29\n",
		"an imprecise day":          "as-of: 2025-02\n",
		"a path out of the archive": "-- ../vis.yaml --\n",
		"an absolute path":          "-- /vis.yaml --\n",
		"the top folder as a file":  "-- . --\n",
		"a path twice":              "-- vis.yaml --\n-- vis.yaml --\n",
		"a file that is a folder":   "-- groups --\n-- groups/forum.yaml --\n",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := example.Parse(archive)
			assert.ErrorContains(t, err, "example: ")
		})
	}
}

func TestFS(t *testing.T) {
	base := []example.File{
		{Path: "vis.yaml", Text: "schema: 1\n"},
		{Path: "groups/åldersforum.yaml", Text: "name: Åldersforum\n"},
		{Path: "groups/barnforum.yaml", Text: "name: Barnforum\n"},
	}
	overlay := []example.File{
		{Path: "groups/barnforum.yaml", Text: "name: Forum för barn\n"},
		{Path: "meetings/barnforum/2025-03-13.yaml"},
	}
	fsys := example.FS(base, overlay)
	require.NoError(t, fstest.TestFS(fsys,
		"vis.yaml", "groups/åldersforum.yaml", "groups/barnforum.yaml", "meetings/barnforum/2025-03-13.yaml"))
	for path, want := range map[string]string{
		"vis.yaml":                           "schema: 1\n",
		"groups/åldersforum.yaml":            "name: Åldersforum\n",
		"groups/barnforum.yaml":              "name: Forum för barn\n",
		"meetings/barnforum/2025-03-13.yaml": "",
	} {
		got, err := fs.ReadFile(fsys, path)
		require.NoError(t, err)
		assert.Equal(t, want, string(got), path)
	}
	groups, err := fs.ReadDir(fsys, "groups")
	require.NoError(t, err)
	assert.Len(t, groups, 2, "a file that is replaced stands once")

	original, err := fs.ReadFile(example.FS(base, nil), "groups/barnforum.yaml")
	require.NoError(t, err)
	assert.Equal(t, "name: Barnforum\n", string(original), "the base is left as it was")
}

// The two layers may disagree on what is a file and what a folder.
func TestFSFileInPlaceOfFolder(t *testing.T) {
	file := []example.File{{Path: "groups.yaml", Text: "en fil\n"}}
	folder := []example.File{{Path: "groups.yaml/forum.yaml", Text: "i en mapp\n"}}
	require.NoError(t, fstest.TestFS(example.FS(file, folder), "groups.yaml/forum.yaml"))
	require.NoError(t, fstest.TestFS(example.FS(folder, file), "groups.yaml"))
}

func TestFSEmpty(t *testing.T) {
	require.NoError(t, fstest.TestFS(example.FS(nil, nil)))
}

func TestFSRefusesInvalidPaths(t *testing.T) {
	assert.Panics(t, func() { example.FS(nil, []example.File{{Path: "../vis.yaml"}}) })
}
