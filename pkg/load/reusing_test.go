package load_test

import (
	"context"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
)

// opened counts the files that are opened.
type opened struct {
	fs.FS
	names map[string]bool
}

func (o opened) Open(name string) (fs.File, error) {
	if info, err := fs.Stat(o.FS, name); err == nil && !info.IsDir() {
		o.names[name] = true
	}
	return o.FS.Open(name)
}

// TestReusing reads a version of a registry in which one file differs.
func TestReusing(t *testing.T) {
	files := fstest.MapFS{
		"vis.yaml":       {Data: []byte("schema: 1\nname: Prov\n")},
		"groups/a.yaml":  {Data: []byte("name: A\ntype: consultation\n")},
		"groups/b.yaml":  {Data: []byte("name: B\ntype: consultation\nfel: 1\n")},
		"groups/c.yaml":  {Data: []byte("name: C\ntype: consultation\n")},
		"groups/ny.yaml": {Data: []byte("name: Ny\ntype: consultation\n")},
	}
	have, err := load.Registry(context.Background(), files)
	require.NoError(t, err)

	other := fstest.MapFS{}
	for name, file := range files {
		other[name] = file
	}
	other["groups/c.yaml"] = &fstest.MapFile{Data: []byte("name: C\ntype: network\n")}
	delete(other, "groups/ny.yaml")
	watched := opened{other, map[string]bool{}}
	got, err := load.Reusing(context.Background(), watched, have, func(file string) bool { return file != "groups/c.yaml" })
	require.NoError(t, err)
	assert.Equal(t, map[string]bool{"groups/c.yaml": true}, watched.names)

	fresh, err := load.Registry(context.Background(), other)
	require.NoError(t, err)
	assert.Equal(t, fresh.Registry.Records(), got.Registry.Records())
	assert.Equal(t, fresh.Findings, got.Findings)
	assert.Equal(t, fresh.Counts, got.Counts)
	assert.Equal(t, fresh.Files, got.Files)

	a := model.Ref{Kind: model.GroupKind, ID: "a"}
	was, _ := have.Registry.Record(a)
	is, _ := got.Registry.Record(a)
	assert.Same(t, was, is)
	require.Len(t, got.Findings, 1)
	assert.NotSame(t, have.Findings[0], got.Findings[0])
}
