package git_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/git"
)

// onDisk opens a folder of the work tree as the command layer does.
func (r *repo) onDisk(dir string) fs.FS {
	r.t.Helper()
	root, err := os.OpenRoot(r.path(dir))
	require.NoError(r.t, err)
	r.t.Cleanup(func() { root.Close() })
	return root.FS()
}

// diskChanges compares a folder of the work tree with a revision.
func (r *repo) diskChanges(rev, dir string) []string {
	r.t.Helper()
	changes, err := r.tree(rev, dir).ChangedOnDisk(ctx, r.onDisk(dir))
	require.NoError(r.t, err)
	return summary(changes)
}

// checkedOut makes a commit and checks it out.
func checkedOut(t testing.TB, content files) *repo {
	t.Helper()
	r := newRepo(t)
	r.commit("main", content)
	r.git("reset", "--quiet", "--hard")
	return r
}

func TestChangedOnDisk(t *testing.T) {
	r := checkedOut(t, files{
		".gitignore": "*.bak\n", "register/kvar": "1", "register/ändrad": "2", "register/samma-längd": "abc", "register/bort": "3", "register/borta/a": "4",
		"register/länk@": "kvar", "register/blir-länk": "kvar", "register/blir-mapp": "5", "register/kör!": "6", "annat/a": "7",
	})
	assert.Empty(t, r.diskChanges("HEAD", "register"))
	assert.Empty(t, r.diskChanges("HEAD", ""))

	r.write("register/ändrad", "2!")
	r.write("register/samma-längd", "abd")
	old, err := os.Stat(r.path("register/kvar"))
	require.NoError(t, err)
	require.NoError(t, os.Chtimes(r.path("register/samma-längd"), old.ModTime(), old.ModTime())) // git status may be deceived
	require.NoError(t, os.Remove(r.path("register/bort")))
	require.NoError(t, os.RemoveAll(r.path("register/borta")))
	require.NoError(t, os.Remove(r.path("register/länk")))
	require.NoError(t, os.Symlink("ändrad", r.path("register/länk")))
	require.NoError(t, os.Remove(r.path("register/blir-länk")))
	require.NoError(t, os.Symlink("kvar", r.path("register/blir-länk")))
	require.NoError(t, os.Remove(r.path("register/blir-mapp")))
	require.NoError(t, os.Chmod(r.path("register/kör"), 0o644))
	r.write("register/blir-mapp/fil", "5")
	r.write("register/ny", "ospårad")
	r.write("register/ignorerad.bak", "x")
	r.write("annat/a", "utanför")
	r.git("add", "register/ändrad") // the index decides nothing
	r.git("update-index", "--assume-unchanged", "register/samma-längd")
	want := []string{"- blir-mapp", "+ blir-mapp/fil", "- bort", "- borta/a", "+ ignorerad.bak", "M länk", "+ ny", "M samma-längd", "M ändrad"}
	want = append([]string{"M blir-länk"}, want...)
	assert.Equal(t, want, r.diskChanges("HEAD", "register"))

	changes, err := r.tree("HEAD", "register").ChangedOnDisk(ctx, r.onDisk("register"))
	require.NoError(t, err)
	for _, c := range changes {
		if c.New.Exists() && c.New.Mode.IsRegular() {
			assert.Equal(t, r.git("hash-object", "--no-filters", "register/"+c.Path), c.New.Hash, c.Path)
		}
	}
}

// Bytes are compared, whatever git is told to make of them.
func TestChangedOnDiskIgnoresSettings(t *testing.T) {
	r := checkedOut(t, files{"a": "rad\nrad\n", "b": "rad\n"})
	r.git("config", "core.autocrlf", "true")
	r.git("config", "filter.x.clean", "tr a-z A-Z")
	r.write(".git/info/attributes", "b filter=x\n")
	r.write("a", "rad\r\nrad\r\n")
	assert.Equal(t, []string{"M a"}, r.diskChanges("HEAD", ""))
}

// known is a file system that knows hashes; reading it is a failure.
type known struct {
	fs.FS
	hashes map[string]string
}

func (k known) Hash(name string) (string, bool) { h, ok := k.hashes[name]; return h, ok }

func TestChangedOnDiskTrustsHasher(t *testing.T) {
	r := checkedOut(t, files{"a": "1", "b": "2", "c": "3"})
	tree := r.tree("HEAD", "")
	a, _ := tree.Hash("a")
	assert.Equal(t, a, tree.HashOf([]byte("1")))
	b := tree.HashOf([]byte("ändrad"))
	r.write("a", "läses inte")
	r.write("b", "läses inte")
	changes, err := tree.ChangedOnDisk(ctx, known{r.onDisk(""), map[string]string{"a": a, "b": b, "c": "av annat slag"}})
	require.NoError(t, err)
	require.Equal(t, []string{"M b"}, summary(changes))
	assert.Equal(t, b, changes[0].New.Hash)

	// Another tree knows all its hashes.
	r.commit("main", files{"a": "1", "c": "4"})
	changes, err = tree.ChangedOnDisk(ctx, r.tree("HEAD", ""))
	require.NoError(t, err)
	assert.Equal(t, []string{"- b", "M c"}, summary(changes))
}

func TestChangedOnDiskHardFiles(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs files that Windows does not have")
	}
	r := checkedOut(t, files{"a": "1", "b": "2", "c": "3"})
	outside := filepath.Join(t.TempDir(), "hemlig")
	require.NoError(t, os.WriteFile(outside, []byte("1"), 0o644))
	require.NoError(t, os.Remove(r.path("a")))
	require.NoError(t, os.Symlink(outside, r.path("a"))) // holds what a held
	require.NoError(t, os.Symlink(".", r.path("krets")))
	require.NoError(t, makePipe(r.path("rör"))) // would wait for ever
	require.NoError(t, os.Remove(r.path("b")))
	require.NoError(t, makePipe(r.path("b")))
	assert.Equal(t, []string{"M a", "M b", "+ krets", "+ rör"}, r.diskChanges("HEAD", ""))

	if os.Geteuid() == 0 {
		return // may read all
	}
	require.NoError(t, os.Chmod(r.path("c"), 0))
	assert.Contains(t, r.diskChanges("HEAD", ""), "M c")
}

func TestChangedOnDiskFailures(t *testing.T) {
	r := checkedOut(t, files{"a": "1"})
	tree := r.tree("HEAD", "")
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	_, err := tree.ChangedOnDisk(cancelled, r.onDisk(""))
	assert.ErrorIs(t, err, context.Canceled)
	_, err = tree.ChangedOnDisk(ctx, os.DirFS(r.path("finns-inte")))
	assert.ErrorIs(t, err, fs.ErrNotExist)
	// What cannot be opened differs.
	changes, err := tree.ChangedOnDisk(ctx, shut{fstest.MapFS{"a": {Data: []byte("1")}, "b": {}}})
	require.NoError(t, err)
	assert.Equal(t, []git.Change{
		{Path: "a", Old: git.Blob{Hash: r.git("rev-parse", "HEAD:a"), Mode: 0o444}, New: git.Blob{Mode: 0o444}},
		{Path: "b", New: git.Blob{Mode: 0o444}},
	}, changes)
}

// shut is a file system of which only the names can be read.
type shut struct{ fstest.MapFS }

func (s shut) Open(name string) (fs.File, error) {
	if name != "." {
		return nil, fs.ErrPermission
	}
	return s.MapFS.Open(name)
}

func TestChangedOnDiskLinkedWorkTree(t *testing.T) {
	r := checkedOut(t, files{"r/a": "1"})
	r.commit("sida", files{"r/a": "1", "r/b": "2"})
	linked := &repo{t: t, dir: filepath.Join(t.TempDir(), "sida")}
	r.git("worktree", "add", "--quiet", linked.dir, "sida")
	linked.dir, _ = filepath.EvalSymlinks(linked.dir)
	assert.Empty(t, linked.diskChanges("HEAD", "")) // .git is a file here
	linked.write("r/b", "3")
	assert.Equal(t, []string{"M b"}, linked.diskChanges("HEAD", "r"))
	assert.Equal(t, []string{"+ b"}, linked.diskChanges("main", "r"))
	assert.Empty(t, r.diskChanges("HEAD", "r"))
}

func TestChangedOnDiskSparse(t *testing.T) {
	r := checkedOut(t, files{"register/a": "1", "register/b/c": "2", "annat/d": "3"})
	r.git("sparse-checkout", "init", "--cone")
	r.git("sparse-checkout", "set", "annat")
	require.NoDirExists(t, r.path("register"))
	r.write("register/a", "1")
	_, err := r.tree("HEAD", "register").ChangedOnDisk(ctx, r.onDisk("register"))
	assert.Equal(t, "register/b/c", as[*git.SparseCheckout](t, err).Path)
	assert.Empty(t, r.diskChanges("HEAD", "annat"))
	require.NoError(t, os.Remove(r.path("annat/d"))) // this one was removed
	assert.Equal(t, []string{"- d"}, r.diskChanges("HEAD", "annat"))

	// The rest of the package does not mind, and the remedy is one.
	data, err := r.tree("HEAD", "register").ReadFile("b/c")
	require.NoError(t, err)
	assert.Equal(t, "2", string(data))
	require.NoError(t, os.RemoveAll(r.path("register")))
	r.git("sparse-checkout", "disable")
	assert.Empty(t, r.diskChanges("HEAD", "register"))
}

// A submodule that is not there is an empty folder, and one that is, is files
// that were never committed here.
func TestSubmodules(t *testing.T) {
	r := checkedOut(t, files{"a": "1", "modul#": ""})
	assert.Empty(t, r.diskChanges("HEAD", ""))
	inner := newRepo(t)
	inner.commit("main", files{"register/b": "2"})
	inner.git("reset", "--quiet", "--hard")
	outer := checkedOut(t, files{"a": "1"})
	outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.dir, "modul")
	outer.git("commit", "--quiet", "-m", "modul")
	assert.Equal(t, []string{"+ modul/register/b"}, outer.diskChanges("HEAD", ""))

	// It is a repository of its own.
	sub := &repo{t: t, dir: outer.path("modul")}
	assert.Equal(t, sub.dir, sub.find().Top())
	head := sub.git("rev-parse", "HEAD")
	assert.Empty(t, sub.diskChanges("HEAD", "register"))
	commits, err := sub.find().Log(ctx, head, "register/b", 0)
	require.NoError(t, err)
	assert.Len(t, commits, 1)
}

func BenchmarkChangedOnDisk(b *testing.B) {
	r := checkedOut(b, numbered(10_000))
	tree := r.tree("HEAD", "register")
	disk := r.onDisk("register")
	for b.Loop() {
		changes, err := tree.ChangedOnDisk(ctx, disk)
		require.NoError(b, err)
		require.Empty(b, changes)
	}
}
