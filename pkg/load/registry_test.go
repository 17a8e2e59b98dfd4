package load_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// TestOrderDoesNotDependOnProcessors reads the corpus with one processor and
// with many, and several times at once.
func TestOrderDoesNotDependOnProcessors(t *testing.T) {
	fsys := guarded{corpus(t)}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	runtime.GOMAXPROCS(1)
	want := golden(read(t, fsys).Findings)
	for _, n := range []int{2, 7, 64} {
		runtime.GOMAXPROCS(n)
		for range 3 {
			res := read(t, fsys)
			sameLines(t, want, golden(res.Findings))
			require.NoError(t, load.Locate(t.Context(), fsys, res.Findings))
		}
	}
}

// TestContext gives the context's error, and reads nothing once it has ended.
func TestContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := load.Registry(ctx, folder())
	assert.ErrorIs(t, err, context.Canceled)

	ctx, cancel = context.WithCancel(context.Background())
	opened := 0
	fsys := opening{folder(many(1000)...), func() {
		if opened++; opened == 10 {
			cancel()
		}
	}}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	_, err = load.Registry(ctx, fsys)
	assert.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, 10, opened)
}

// many are n groups in pairs of path and text.
func many(n int) (files []string) {
	for i := range n {
		files = append(files, fmt.Sprintf("groups/g%d.yaml", i), "name: Grupp\ntype: working\n")
	}
	return files
}

// opening calls a function whenever a file is opened.
type opening struct {
	fstest.MapFS
	then func()
}

func (o opening) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".yaml") {
		o.then()
	}
	return o.MapFS.Open(name)
}

// TestErrors tells what is no registry from what cannot be read, and both from
// what is written for a newer program.
func TestErrors(t *testing.T) {
	var not *load.NotARegistryError
	for name, fsys := range map[string]fs.FS{
		"empty":       fstest.MapFS{},
		"other files": fstest.MapFS{"README.md": {}, "groups/vis.yaml": {}},
		"vis.yml":     fstest.MapFS{"vis.yml": {Data: []byte(manifest)}},
		"Vis.yaml":    fstest.MapFS{"Vis.yaml": {Data: []byte(manifest)}},
	} {
		_, err := load.Registry(t.Context(), fsys)
		require.ErrorAs(t, err, &not, name)
	}
	assert.Equal(t, "the folder has no vis.yaml", not.Error())
	assert.Equal(t, "mappen saknar vis.yaml", not.Swedish())

	_, err := load.Registry(t.Context(), os.DirFS(filepath.Join(t.TempDir(), "saknas")))
	assert.ErrorIs(t, err, fs.ErrNotExist)
	assert.False(t, errors.As(err, new(*load.NotARegistryError)))

	var newer *load.NewerSchemaError
	_, err = load.Registry(t.Context(), fstest.MapFS{"vis.yaml": {Data: []byte("schema: 2\nname: x\nnyhet: å\n")}})
	require.ErrorAs(t, err, &newer)
	assert.Equal(t, 2, newer.Found)
	assert.Contains(t, newer.Error(), "schema 2")
	assert.Contains(t, newer.Swedish(), "schema 2")

	for _, schema := range []string{"1", "unknown", "två", `"2"`, "2.0", "20000000000", "[2]", "~"} {
		_, err = load.Registry(t.Context(), fstest.MapFS{"vis.yaml": {Data: []byte("schema: " + schema + "\nname: x\n")}})
		assert.NoError(t, err, schema)
	}
}

// TestManifestThatCannotBeRead is a finding, and everything else is read.
func TestManifestThatCannotBeRead(t *testing.T) {
	group := &fstest.MapFile{Data: []byte("name: Grupp\ntype: working\n")}
	for name, fsys := range map[string]fstest.MapFS{
		"empty":  {"vis.yaml": {}, "groups/vis.yaml": group},
		"broken": {"vis.yaml": {Data: []byte("a: b: c")}, "groups/vis.yaml": group},
		"link":   {"vis.yaml": {Data: []byte("borta.yaml"), Mode: fs.ModeSymlink}, "groups/vis.yaml": group},
		"folder": {"vis.yaml/x": {}, "groups/vis.yaml": group},
		"pipe":   {"vis.yaml": {Mode: fs.ModeNamedPipe}, "groups/vis.yaml": group},
	} {
		res := read(t, fsys)
		require.Len(t, res.Findings, 1, name)
		assert.Equal(t, "vis.yaml", res.Findings[0].File)
		assert.Equal(t, "yaml-unreadable", res.Findings[0].Spec.ID)
		assert.Len(t, res.Registry.Groups, 1)
		assert.NotNil(t, res.Registry.Manifest)
	}
}

// TestFileSystems reads the same from a folder, from an os.Root, from memory
// and from below another folder.
func TestFileSystems(t *testing.T) {
	files := folder("vis.yaml", "schema: 1\nname: Å\n", "groups/vis.yaml", "name: Å\ntype: å\n", "meetings/vis/2023-09-14.yaml", "status: å\n")
	dir := t.TempDir()
	below := fstest.MapFS{}
	for p, f := range files {
		full := filepath.Join(dir, filepath.FromSlash(p))
		require.NoError(t, os.MkdirAll(filepath.Dir(full), 0o755))
		require.NoError(t, os.WriteFile(full, f.Data, 0o644))
		below["under/"+p] = f
	}
	root, err := os.OpenRoot(dir)
	require.NoError(t, err)
	defer root.Close()
	sub, err := fs.Sub(below, "under")
	require.NoError(t, err)
	want := golden(read(t, files).Findings)
	assert.Len(t, strings.Split(want, "\n"), 3)
	for name, fsys := range map[string]fs.FS{"os.DirFS": os.DirFS(dir), "os.Root.FS": root.FS(), "fs.Sub": sub} {
		res := read(t, fsys)
		assert.Equal(t, want, golden(res.Findings), name)
		assert.Equal(t, []string{"groups/vis.yaml", "meetings/vis/2023-09-14.yaml", "vis.yaml"}, res.Files, name)
	}
}

// TestOutside reads nothing through a link out of the registry. (A link that
// takes the place of a file while it is listed is for os.Root to refuse.)
func TestOutside(t *testing.T) {
	dir := t.TempDir()
	secret := filepath.Join(t.TempDir(), "hemligt.yaml")
	require.NoError(t, os.WriteFile(secret, []byte("name: Hemligt\ntype: working\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "vis.yaml"), []byte(manifest), 0o644))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "groups"), 0o755))
	if err := os.Symlink(secret, filepath.Join(dir, "groups/lank.yaml")); err != nil {
		t.Skipf("this system makes no symbolic links: %v", err)
	}
	res := read(t, os.DirFS(dir))
	assert.Empty(t, res.Registry.Groups)
	assert.Equal(t, []string{"1:1-2 yaml-unreadable symlink"}, short(res.Findings))
}

// TestCounts gives each rule an outcome for each file: what could not be read
// cannot be told of.
func TestCounts(t *testing.T) {
	res := read(t, folder(
		"groups/bra.yaml", "name: x\ntype: working\n",
		"groups/fel.yaml", "name: x\ntyp: working\n",
		"groups/trasig.yaml", "a: b: c\n",
		"groups/latin.yaml", "name: \xe5\n",
		"groups/fel.yml", "",
	))
	counts := map[string]truth.Count{}
	for i, r := range load.Rules() {
		counts[r.ID] = res.Counts[i]
	}
	assert.Equal(t, truth.Count{Yes: 3, No: 3}, counts["yaml-unreadable"])
	assert.Equal(t, truth.Count{Yes: 4, CannotTell: 1}, counts["text-hidden-character"])
	assert.Equal(t, truth.Count{Yes: 2, No: 1, CannotTell: 2}, counts["field-unknown"])
	assert.Equal(t, truth.Count{Yes: 3, CannotTell: 2}, counts["date-valid"])
	assert.Equal(t, []string{"groups/bra.yaml", "groups/fel.yaml", "groups/latin.yaml", "groups/trasig.yaml", "vis.yaml"}, res.Files)
	assert.Len(t, res.Registry.Groups, 2)
}

// TestFindingsNameTheirRecord, which a file at the top is not.
func TestFindingsNameTheirRecord(t *testing.T) {
	res := read(t, folder("vis.yaml", "schema: 1\nname: x\nå: 1\n", "meetings/vis/2023-09-14.yaml", "status: å\n"))
	require.Len(t, res.Findings, 2)
	assert.Equal(t, model.Ref{Kind: model.MeetingKind, ID: "vis/2023-09-14"}, res.Findings[0].Record)
	assert.Equal(t, "status", res.Findings[0].Path.String())
	assert.Zero(t, res.Findings[1].Record)
}

// TestFolders says of everything that looks like a record and is not read why,
// and is silent about the rest.
func TestFolders(t *testing.T) {
	none := &fstest.MapFile{}
	fsys := folder()
	for _, p := range []string{
		"README.md", ".git/config.yaml", ".github/x.yml", "queries/x.yaml", "bilder/karta.svg", "groups/README.md", "groups/.x.yaml", "groups/x.yaml~", "groups/.a/b.yaml", "groups/x.json",
		"möten/x.yaml", "grupp/x.yaml", "Groups/x.yaml", "group/under/x.yaml", "annat/djupt/nere/x.YML", "tom.yaml/README.md", "groups/a/b.YAML", "groups/x.Yml", "Vocabulary.yaml", "acknowledged.yml", "groups",
	} {
		fsys[p] = none
	}
	delete(fsys, "groups")
	want := []string{
		"Groups:1:1 yaml-unreadable near-folder mappen hör inte till något slags post, och filerna i den läses inte; menades groups/?",
		"Vocabulary.yaml:1:1 yaml-unreadable unknown-file filen läses inte; överst i ett register ligger bara vis.yaml, vocabulary.yaml och acknowledged.yaml",
		"acknowledged.yml:1:1 yaml-unreadable yml filen läses inte, för den ska heta acknowledged.yaml",
		"annat:1:1 yaml-unreadable unknown-folder mappen hör inte till något slags post, och filerna i den läses inte",
		"group:1:1 yaml-unreadable near-folder mappen hör inte till något slags post, och filerna i den läses inte; menades groups/?",
		"groups/a/b.YAML:1:1 yaml-unreadable yml filen läses inte, för den ska heta b.yaml",
		"groups/x.Yml:1:1 yaml-unreadable yml filen läses inte, för den ska heta x.yaml",
		"grupp:1:1 yaml-unreadable near-folder mappen hör inte till något slags post, och filerna i den läses inte; menades groups/?",
		"möten:1:1 yaml-unreadable near-folder mappen hör inte till något slags post, och filerna i den läses inte; menades meetings/?",
		"tom.yaml:1:1 yaml-unreadable folder en mapp har ett namn som en fil: tom.yaml",
	}
	assert.Equal(t, strings.Join(want, "\n")+"\n", golden(read(t, fsys).Findings))
}
