package load_test

import (
	"cmp"
	"flag"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var update = flag.Bool("update", false, "write the golden files")

const bad = "../../testdata/bad"

// spoilt are the files that git or an editor would not keep as they are.
func spoilt() fstest.MapFS {
	text := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s), Mode: 0o644} }
	link := func(to string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(to), Mode: fs.ModeSymlink | 0o777}
	}
	return fstest.MapFS{
		"groups/latin-1.yaml":           text("name: Grupp\ntype: working\nnote: h\xe4lsa\n"),
		"groups/utf-16.yaml":            text("\xff\xfen\x00a\x00m\x00e\x00:\x00 \x00a\x00\n\x00"),
		"groups/bom.yaml":               text("\ufeffnaem: Grupp för äldre\ntype: working\n"),
		"groups/crlf.yaml":              text("name: Grupp för äldre\r\ntype: arbetsgrupp\r\nseats:\r\n  - role: ordförande # å\r\n"),
		"groups/konflikt.yaml":          text("name: Grupp\n<<<<<<< HEAD\ntype: working\n=======\ntype: joint\n>>>>>>> b\n"),
		"groups/nul.yaml":               text("name: Gru\x00pp\ntype: arbets\n"),
		"groups/ensam-cr.yaml":          text("name: Dold\rtype: x\ntype: working\n"),
		"groups/tabb.yaml":              text("name: Grupp\ntype: working\nstructure:\n\tmeetings_per_year: 4\n"),
		"groups/tabb-i-rad.yaml":        text("name:\tGrupp\t# å\ttabb\ntype: working\nseats: [\t{role: ordförande}]\n"),
		"groups/bomb.yaml":              text("name: Bomb\ntype: working\naliases: &a [lol, lol]\npreviously: &b [*a, *a]\nbased_on: [*b, *b]\n"),
		"groups/cirkel.yaml":            text("name: Cirkel\ntype: working\nseats: &s [*s]\n"),
		"groups/djup.yaml":              text("name: Djup\ntype: working\nnote: " + strings.Repeat("[", 20_000) + "\n"),
		"groups/stor.yaml":              text("name: Stor\ntype: working\nnote: |\n" + strings.Repeat("  å\n", 5<<20/5)),
		"groups/manga.yaml":             text("name: Många\ntype: working\naliases: [" + strings.Repeat("a, ", 50_001) + "]\n"),
		"groups/lank.yaml":              link("tom.yaml"),
		"groups/lank-ut.yaml":           link("../../../../../../../etc/passwd"),
		"groups/lank-cirkel.yaml":       link("lank-cirkel.yaml"),
		"groups/lank-mapp":              link("."),
		"groups/mapp.yaml/inuti.yaml":   text("name: läses inte\n"),
		"mapp.yaml/inuti.yaml":          text("name: läses inte\n"),
		"groups/utan-behorighet.yaml":   text("name: läses inte\n"),
		"groups/SKRIK.YAML":             text("name: läses inte\n"),
		"groups/under/mapp/djupare.yml": text("name: läses inte\n"),
		"groups/.dold/x.yaml":           text("läses inte och är inget fel"),
		"groups/anteckning.txt":         text("läses inte och är inget fel"),
		"groups/ror.yaml":               {Mode: fs.ModeNamedPipe | 0o644},
		"acknowledged.yaml.orig":        text("läses inte och är inget fel"),
	}
}

// corpus is a registry with one of each fault, in memory.
func corpus(t *testing.T) fstest.MapFS {
	fsys := spoilt()
	root := os.DirFS(filepath.Join(bad, "registry"))
	require.NoError(t, fs.WalkDir(root, ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, p)
		fsys[p] = &fstest.MapFile{Data: data, Mode: 0o644}
		return err
	}))
	return fsys
}

// guarded refuses to open some files, as a system does where permission is
// lacking. It also works for root, whom nothing is forbidden.
type guarded struct{ fs.FS }

func (g guarded) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, "utan-behorighet.yaml") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return g.FS.Open(name)
}

func (g guarded) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(g.FS, name) }

func golden(findings []*rule.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		b.WriteString(say(f, text.Swedish) + "\n")
	}
	return b.String()
}

// sameLines compares two long texts and shows the first line that differs.
func sameLines(t *testing.T, want, got string) {
	t.Helper()
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			t.Fatalf("line %d:\n  want %s\n  got  %s\n(go test ./pkg/load -run Corpus -update writes the file anew)", i+1, w[i], g[i])
		}
	}
	assert.Equal(t, len(w), len(g), "number of lines")
}

// TestCorpus reads a registry with one of each fault in one run: everything
// that the loader can say is said, in order, with line and column.
func TestCorpus(t *testing.T) {
	res := read(t, guarded{corpus(t)})
	got := golden(res.Findings)
	file := filepath.Join(bad, "registry.golden")
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	sameLines(t, string(want), got)

	said := map[string]bool{}
	for _, f := range res.Findings {
		said[f.Spec.ID+" "+f.Variant] = true
		assert.Positive(t, f.At.Line, say(f, text.Swedish))
		assert.Positive(t, f.At.Column, say(f, text.Swedish))
		assert.Equal(t, f.At.Line, f.At.EndLine)
		assert.Greater(t, f.At.EndColumn, f.At.Column)
		for _, lang := range []text.Lang{text.Swedish, text.English} {
			m := say(f, lang)
			assert.NotRegexp(t, `\{[a-z]+(\||\})`, strings.ReplaceAll(m, "{from:", ""), "a placeholder has no value")
			assert.NotContains(t, m, "\n")
			assert.Less(t, len([]rune(m)), 1500)
		}
	}
	for _, s := range load.Rules() {
		for variant := range s.Messages {
			if variant == "more" {
				continue // see TestManyFindings
			}
			assert.True(t, said[s.ID+" "+variant], "no file of the corpus shows %s %q", s.ID, variant)
		}
	}
}

// TestCorpusIsSorted checks the order of reading: by file, line and column.
func TestCorpusIsSorted(t *testing.T) {
	findings := read(t, guarded{corpus(t)}).Findings
	assert.True(t, slices.IsSortedFunc(findings, func(a, b *rule.Finding) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	}))
}

// TestCorpusOnDisk finds the same on a real file system, through os.DirFS and
// through os.Root, which lets nothing escape.
func TestCorpusOnDisk(t *testing.T) {
	fsys := corpus(t)
	delete(fsys, "groups/ror.yaml") // see TestNamedPipe
	dir := t.TempDir()
	for _, p := range slices.Sorted(maps.Keys(fsys)) {
		full := filepath.Join(dir, filepath.FromSlash(p))
		require.NoError(t, os.MkdirAll(filepath.Dir(full), 0o755))
		if fsys[p].Mode&fs.ModeSymlink != 0 {
			if err := os.Symlink(string(fsys[p].Data), full); err != nil {
				t.Skipf("this system makes no symbolic links: %v", err)
			}
			continue
		}
		require.NoError(t, os.WriteFile(full, fsys[p].Data, 0o644))
	}
	root, err := os.OpenRoot(dir)
	require.NoError(t, err)
	defer root.Close()
	want := golden(read(t, guarded{fsys}).Findings)
	for name, disk := range map[string]fs.FS{"os.DirFS": os.DirFS(dir), "os.Root.FS": root.FS()} {
		t.Log(name)
		sameLines(t, want, golden(read(t, guarded{disk}).Findings))
	}
}

// TestUnreadableFile asks the system itself.
func TestUnreadableFile(t *testing.T) {
	if os.Geteuid() <= 0 {
		t.Skip("nothing is forbidden to root, and Windows has no such permissions")
	}
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "vis.yaml"), []byte(manifest), 0o644))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "groups"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "groups/stangd.yaml"), nil, 0))
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "groups/stangd"), 0))
	defer os.Chmod(filepath.Join(dir, "groups/stangd"), 0o755)
	assert.Equal(t, "groups/stangd:1:1 yaml-unreadable unreadable filen går inte att läsa: behörighet saknas\n"+
		"groups/stangd.yaml:1:1 yaml-unreadable unreadable filen går inte att läsa: behörighet saknas\n",
		golden(read(t, os.DirFS(dir)).Findings))
}

// TestNamesAlike reads two files whose names differ in case, or in how å is
// composed, as two records; that they are one elsewhere is a rule's to say.
func TestNamesAlike(t *testing.T) {
	body := "name: Prov\ntype: working\n"
	res := read(t, folder("groups/ale.yaml", body, "groups/Ale.yaml", body, "groups/\u00e5.yaml", body, "groups/a\u030a.yaml", body))
	assert.Empty(t, golden(res.Findings))
	assert.Len(t, res.Registry.Groups, 4)
}

// TestNameNotUTF8 reads a name that no text holds: io/fs refuses to open it.
func TestNameNotUTF8(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "vis.yaml"), []byte(manifest), 0o644))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "groups"), 0o755))
	if err := os.WriteFile(filepath.Join(dir, "groups", "\xe5.yaml"), []byte("name: x\n"), 0o644); err != nil {
		t.Skipf("this system refuses such names: %v", err)
	}
	findings := read(t, os.DirFS(dir)).Findings
	require.Len(t, findings, 1)
	assert.Equal(t, "unreadable", findings[0].Variant)
	assert.Contains(t, say(findings[0], text.Swedish), "namnet går inte att använda")
}
