package git_test

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/git"
)

// TestMain keeps the tests apart from the settings of whoever runs them.
func TestMain(m *testing.M) {
	for _, variable := range os.Environ() {
		if name, _, _ := strings.Cut(variable, "="); strings.HasPrefix(name, "GIT_") {
			_ = os.Unsetenv(name)
		}
	}
	for name, value := range map[string]string{
		"GIT_CONFIG_GLOBAL":   os.DevNull,
		"GIT_CONFIG_NOSYSTEM": "1",
		"GIT_AUTHOR_NAME":     "Åsa Öberg",
		"GIT_AUTHOR_EMAIL":    "asa@example.org",
		"GIT_COMMITTER_NAME":  "Åsa Öberg",
		"GIT_COMMITTER_EMAIL": "asa@example.org",
	} {
		_ = os.Setenv(name, value)
	}
	os.Exit(m.Run())
}

// repo is a repository that a test has made.
type repo struct {
	t   testing.TB
	dir string
}

// newRepo makes an empty repository; args go to git init.
func newRepo(t testing.TB, args ...string) *repo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		if os.Getenv("VIS_REQUIRE_GIT") == "1" {
			t.Fatal("the git program is not installed, and VIS_REQUIRE_GIT=1 demands it")
		}
		t.Skip("the git program is not installed")
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	r := &repo{t: t, dir: dir}
	r.git(append([]string{"-c", "init.defaultBranch=main", "init", "--quiet"}, args...)...)
	return r
}

func (r *repo) try(stdin string, args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = r.dir
	cmd.Stdin = strings.NewReader(stdin)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("git %s: %w: %s", strings.Join(args, " "), err, stderr.String())
	}
	return strings.TrimSuffix(string(out), "\n"), err
}

// git runs git and gives what it wrote.
func (r *repo) git(args ...string) string {
	r.t.Helper()
	out, err := r.try("", args...)
	require.NoError(r.t, err)
	return out
}

// files are contents by path. A path that ends in "@" is a symbolic link, one
// that ends in "!" can be run, one that ends in "#" is a submodule.
type files map[string]string

// commit makes a commit on a branch that has these files and no others. The
// work tree is left as it is, so that names the disk cannot hold do no harm.
func (r *repo) commit(branch string, content files) string {
	r.t.Helper()
	var in strings.Builder
	fmt.Fprintf(&in, "commit refs/heads/%s\ncommitter Åsa <asa@example.org> 1700000000 +0100\ndata 1\nx\n", branch)
	if parent, err := r.try("", "rev-parse", "--verify", "--quiet", "refs/heads/"+branch); err == nil {
		fmt.Fprintf(&in, "from %s\n", parent)
	}
	in.WriteString("deleteall\n")
	for _, path := range slices.Sorted(maps.Keys(content)) {
		name, mode := path, "100644"
		switch path[len(path)-1] {
		case '@':
			name, mode = path[:len(path)-1], "120000"
		case '!':
			name, mode = path[:len(path)-1], "100755"
		case '#':
			fmt.Fprintf(&in, "M 160000 %040d \"%s\"\n", 1, path[:len(path)-1])
			continue
		}
		name = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(name)
		fmt.Fprintf(&in, "M %s inline \"%s\"\ndata %d\n%s\n", mode, name, len(content[path]), content[path])
	}
	_, err := r.try(in.String(), "fast-import", "--quiet", "--force")
	require.NoError(r.t, err)
	return r.git("rev-parse", "refs/heads/"+branch)
}

// clone makes another repository out of this one.
func (r *repo) clone(args ...string) *repo {
	r.t.Helper()
	dir, err := filepath.EvalSymlinks(r.t.TempDir())
	require.NoError(r.t, err)
	url := "file://" + filepath.ToSlash(r.dir)
	r.git(append(append([]string{"clone", "--quiet"}, args...), url, filepath.Join(dir, "klon"))...)
	return &repo{t: r.t, dir: filepath.Join(dir, "klon")}
}

// path is a path in the repository.
func (r *repo) path(elem ...string) string {
	return filepath.Join(append([]string{r.dir}, elem...)...)
}

// write writes a file into the work tree or the repository's own folder.
func (r *repo) write(name, content string) {
	r.t.Helper()
	require.NoError(r.t, os.MkdirAll(filepath.Dir(r.path(name)), 0o755))
	require.NoError(r.t, os.WriteFile(r.path(name), []byte(content), 0o644))
}

// find opens the repository as the package does.
func (r *repo) find() *git.Repository {
	r.t.Helper()
	found, err := git.Find(context.Background(), r.dir)
	require.NoError(r.t, err)
	return found
}

// tree opens a folder of the repository at a revision.
func (r *repo) tree(rev, dir string) *git.Tree {
	r.t.Helper()
	found := r.find()
	hash, err := found.Resolve(context.Background(), rev)
	require.NoError(r.t, err)
	tree, err := found.Tree(context.Background(), hash, dir)
	require.NoError(r.t, err)
	r.t.Cleanup(func() { _ = tree.Close() })
	return tree
}

// as asserts that an error is of a type, and gives it.
func as[T error](t testing.TB, err error) T {
	t.Helper()
	var target T
	require.ErrorAs(t, err, &target)
	return target
}
