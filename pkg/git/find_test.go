package git_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/git"
)

var ctx = context.Background()

func TestFind(t *testing.T) {
	r := newRepo(t)
	r.write("register/grupper/å.yaml", "x")
	for _, dir := range []string{"", "register", "register/grupper", "register/grupper/å.yaml", "finns/inte", ".git", ".git/objects"} {
		found, err := git.Find(ctx, r.path(dir))
		require.NoError(t, err, dir)
		if strings.HasPrefix(dir, ".git") {
			assert.Empty(t, found.Top(), dir)
		} else {
			assert.Equal(t, r.dir, found.Top(), dir)
		}
		assert.Equal(t, r.path(".git"), found.GitDir(), dir)
		assert.False(t, found.Bare())
		assert.False(t, found.Shallow())
	}
}

func TestFindWithHardName(t *testing.T) {
	outer := newRepo(t)
	name := "år 1 \"'\n$(x) "
	if err := os.Mkdir(outer.path(name), 0o755); err != nil {
		t.Skip("this file system cannot hold the name: ", err)
	}
	r := &repo{t: t, dir: outer.path(name)}
	r.git("init", "--quiet")
	want := r.commit("main", files{"a": "1"})
	found := r.find()
	assert.Equal(t, r.dir, found.Top())
	hash, err := found.Resolve(ctx, "main")
	require.NoError(t, err)
	assert.Equal(t, want, hash)
}

func TestFindNoRepository(t *testing.T) {
	newRepo(t) // skips without git
	dir := t.TempDir()
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(dir))
	_, err := git.Find(ctx, dir)
	assert.Equal(t, dir, as[*git.NotARepository](t, err).Dir)
}

func TestFindNoProgram(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := git.Find(ctx, t.TempDir())
	as[*git.NoGitProgram](t, err)
}

func TestOldProgram(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the old git is a shell script")
	}
	dir := t.TempDir()
	script := `#!/bin/sh
case "$*" in
*--absolute-git-dir*) printf 'true\nfalse\nfalse\n%s\n' "$PWD" ;;
*version*) echo git version 2.25.1 ;;
*) echo 'fatal: Needed a single revision' >&2; exit 128 ;;
esac
`
	require.NoError(t, os.WriteFile(filepath.Join(dir, "git"), []byte(script), 0o755))
	t.Setenv("PATH", dir)
	found, err := git.Find(ctx, dir)
	require.NoError(t, err)
	_, err = found.Resolve(ctx, "main")
	assert.Equal(t, "2.25.1", as[*git.GitTooOld](t, err).Version)
}

func TestFindOtherOwner(t *testing.T) {
	r := newRepo(t)
	for _, path := range []string{"", ".git"} {
		if err := os.Chown(r.path(path), 12345, 12345); err != nil {
			t.Skip("a file cannot be given to another user here: ", err)
		}
	}
	_, err := git.Find(ctx, r.dir)
	assert.Equal(t, r.dir, as[*git.UntrustedRepository](t, err).Dir)

	t.Setenv("GIT_CONFIG_COUNT", "1")
	t.Setenv("GIT_CONFIG_KEY_0", "safe.directory")
	t.Setenv("GIT_CONFIG_VALUE_0", r.dir)
	_, err = git.Find(ctx, r.dir)
	assert.NoError(t, err)
}

// In a hook, the variables of git tell of another repository.
func TestFindInsideHook(t *testing.T) {
	r, other := newRepo(t), newRepo(t)
	want := r.commit("main", files{"a": "1"})
	t.Setenv("GIT_DIR", other.path(".git"))
	t.Setenv("GIT_INDEX_FILE", other.path("index"))
	t.Setenv("GIT_WORK_TREE", other.dir)
	found, err := git.Find(ctx, r.dir)
	require.NoError(t, err)
	assert.Equal(t, r.dir, found.Top())
	hash, err := found.Resolve(ctx, "HEAD")
	require.NoError(t, err)
	assert.Equal(t, want, hash)
}

func TestFindBare(t *testing.T) {
	source := newRepo(t)
	source.commit("main", files{"register/vis.yaml": "namn: Södertörn\n"})
	r := source.clone("--bare")
	found := r.find()
	assert.True(t, found.Bare())
	assert.Empty(t, found.Top())
	assert.Equal(t, r.dir, found.GitDir())

	// The folder exists in commits only, and is named as if it lay here.
	found, err := git.Find(ctx, r.path("register"))
	require.NoError(t, err)
	prefix, err := found.Prefix(ctx, r.path("register"))
	require.NoError(t, err)
	data, err := r.tree("HEAD", prefix).ReadFile("vis.yaml")
	require.NoError(t, err)
	assert.Equal(t, "namn: Södertörn\n", string(data))
}

func TestFindLinkedWorkTree(t *testing.T) {
	r := newRepo(t)
	r.commit("main", files{"a": "1"})
	side := r.commit("sida", files{"b": "2"})
	linked := &repo{t: t, dir: filepath.Join(t.TempDir(), "sida")}
	r.git("worktree", "add", "--quiet", linked.dir, "sida")
	linked.dir, _ = filepath.EvalSymlinks(linked.dir)

	found := linked.find()
	assert.Equal(t, linked.dir, found.Top())
	hash, err := found.Resolve(ctx, "HEAD")
	require.NoError(t, err)
	assert.Equal(t, side, hash)
	data, err := linked.tree("HEAD", "").ReadFile("b")
	require.NoError(t, err)
	assert.Equal(t, "2", string(data))
}

func TestFindShallow(t *testing.T) {
	source := newRepo(t)
	source.commit("main", files{"a": "1"})
	source.commit("main", files{"a": "2"})
	assert.True(t, source.clone("--depth=1").find().Shallow())
}

func TestFindCancelled(t *testing.T) {
	r := newRepo(t)
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	_, err := git.Find(cancelled, r.dir)
	assert.ErrorIs(t, err, context.Canceled)
}

func TestPrefix(t *testing.T) {
	r := newRepo(t)
	r.write("register/grupper/a.yaml", "x")
	found := r.find()
	for path, want := range map[string]string{
		"":                     "",
		"register":             "register",
		"register/":            "register",
		"register/grupper":     "register/grupper",
		"finns/inte/åäö":       "finns/inte/åäö",
		"register/../register": "register",
	} {
		got, err := found.Prefix(ctx, r.path()+string(filepath.Separator)+filepath.FromSlash(path))
		require.NoError(t, err, path)
		assert.Equal(t, want, got, path)
	}

	_, err := found.Prefix(ctx, filepath.Dir(r.dir))
	assert.Equal(t, r.dir, as[*git.OutsideRepository](t, err).Top)
	_, err = found.Prefix(ctx, r.dir+"-annan")
	as[*git.OutsideRepository](t, err)
	_, err = found.Prefix(ctx, "register")
	assert.ErrorContains(t, err, "absolute")
}

func TestPrefixThroughLink(t *testing.T) {
	r := newRepo(t)
	r.write("register/a.yaml", "x")
	link := filepath.Join(t.TempDir(), "länk")
	if err := os.Symlink(r.dir, link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	require.NoError(t, os.Symlink(t.TempDir(), r.path("ut")))
	found, err := git.Find(ctx, link)
	require.NoError(t, err)
	prefix, err := found.Prefix(ctx, filepath.Join(link, "register"))
	require.NoError(t, err)
	assert.Equal(t, "register", prefix)
	_, err = found.Prefix(ctx, r.path("ut"))
	as[*git.OutsideRepository](t, err)
}
