package main_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/cli"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/mutation"
)

// The changes that a secretariat makes stand in tables under testdata/review,
// whose README tells how they are written. Each is a branch of one repository,
// and beside the tables lies all that its review says, in both languages.
const changes = "../../testdata/review"

// registries are the folders of the repository, and where they come from.
var registries = map[string]string{"registry": "../../registry", "second": "../../testdata/second"}

// TestReview reviews each change against the main branch.
//
//	go test ./cmd/vis -run TestReview/bus -update
//
// writes what is told now beside the tables.
func TestReview(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	if _, err := exec.LookPath("git"); err != nil && os.Getenv("VIS_REQUIRE_GIT") != "1" {
		t.Skip("git is not installed; VIS_REQUIRE_GIT=1 demands it")
	}
	branches := readChanges(t)
	require.False(t, t.Failed())
	require.GreaterOrEqual(t, len(branches), 34)
	repo := repositoryOf(t, branches)
	used := map[string]bool{}
	for _, b := range branches {
		for _, as := range b.forms() {
			used[path.Join(changes, as.golden)] = true
			t.Run(as.golden, func(t *testing.T) {
				t.Parallel()
				compareGolden(t, path.Join(changes, as.golden), b.review(t, repo, as))
			})
		}
	}
	assertNothingElse(t, used)
}

// branch is a change on a branch of its own.
type branch struct {
	*mutation.Entry
	files fstest.MapFS // of the whole repository
}

// form is a language and format in which a review is kept.
type form struct{ lang, format, golden string }

// inMarkdown are the reviews that are kept as Markdown too.
var inMarkdown = []string{"bus-revideras", "bussam-avslutas-for-tidigt", "halva-vis-byts", "omformatering", "riktlinjens-karna-sex"}

func (b *branch) forms() []form {
	out := []form{{"sv", "text", b.Section + ".sv.txt"}, {"en", "text", b.Section + ".en.txt"}}
	if slices.Contains(inMarkdown, b.Section) {
		out = append(out, form{"sv", "markdown", b.Section + ".sv.md.txt"}, form{"en", "markdown", b.Section + ".en.md.txt"})
	}
	return out
}

// registry is the folder that the change is made in.
func (b *branch) registry() string {
	if in := b.Settings["in"]; in != "" {
		return in
	}
	return "registry"
}

// review runs the command as a process would, and adds how it ended.
func (b *branch) review(t *testing.T, repo string, as form) string {
	t.Helper()
	args := []string{"review", "main", b.Section, "--registry", b.registry(), "--lang", as.lang, "--format", as.format}
	if day := b.Settings["on"]; day != "" {
		args = append(args, "--as-of", day)
	}
	var out, complaints bytes.Buffer
	env := map[string]string{"LANG": "sv_SE.UTF-8", "PATH": os.Getenv("PATH")}
	code := cli.Run(context.Background(), cli.Env{
		Args: args, Dir: repo, In: strings.NewReader(""), Out: &out, Err: &complaints,
		Getenv: func(name string) string { return env[name] }, Today: edtf.DayOf(2026, 11, 22),
	})
	said := baseCommit.ReplaceAllString(out.String(), "${1}…)")
	return fmt.Sprintf("# %s (%d)\n%s%s", b.Title, code, said, complaints.String())
}

// baseCommit is the commit of the main branch, which every change to a registry
// alters.
var baseCommit = regexp.MustCompile(`(main (?:\\)?\()[0-9a-f]{10}(?:\\)?\)`)

// readChanges reads the tables, and gives each branch its files.
func readChanges(t *testing.T) []*branch {
	t.Helper()
	main := mainBranch(t)
	tables, err := filepath.Glob(filepath.Join(changes, "*.md"))
	require.NoError(t, err)
	var all []*branch
	titles := map[string]bool{}
	for _, name := range tables {
		if base := filepath.Base(name); base == "README.md" || base == "main.md" {
			continue
		}
		for _, e := range readTable(t, name) {
			require.False(t, titles[e.Section], "%s: two branches called %s", e.Place, e.Section)
			titles[e.Section] = true
			b := &branch{Entry: e}
			b.files = b.applied(t, main, b.registry())
			if e.Settings["all"] == "reformatted" {
				reformat(t, b.files, b.registry())
			}
			all = append(all, b)
		}
	}
	return all
}

func readTable(t *testing.T, name string) []*mutation.Entry {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	entries, err := mutation.Parse(filepath.Base(name), string(data), "in", "on", "all")
	require.NoError(t, err)
	return entries
}

// mainBranch is the real registry and the second one, with what the changes
// need that the real one lacks.
func mainBranch(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for folder, from := range registries {
		fsys := os.DirFS(from)
		require.NoError(t, fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			files[path.Join(folder, name)] = &fstest.MapFile{Data: data}
			return err
		}))
	}
	for _, e := range readTable(t, filepath.Join(changes, "main.md")) {
		b := &branch{Entry: e}
		files = b.applied(t, files, b.registry())
	}
	return files
}

// applied makes the edits in one folder of the repository.
func (b *branch) applied(t *testing.T, main fstest.MapFS, folder string) fstest.MapFS {
	t.Helper()
	inside, out := fstest.MapFS{}, fstest.MapFS{}
	for name, file := range main {
		if rest, ok := strings.CutPrefix(name, folder+"/"); ok {
			inside[rest] = file
		} else {
			out[name] = file
		}
	}
	inside, err := b.Apply(inside, nil)
	assert.NoError(t, err)
	for name, file := range inside {
		out[path.Join(folder, name)] = file
	}
	return out
}

// repositoryOf makes a repository with a main branch and the others off it, and
// leaves main checked out.
func repositoryOf(t *testing.T, branches []*branch) string {
	t.Helper()
	dir := t.TempDir()
	main := mainBranch(t)
	var stream bytes.Buffer
	commit(&stream, "main", "", nil, main)
	for _, b := range branches {
		commit(&stream, b.Section, b.Title, main, b.files)
	}
	git(t, dir, nil, "init", "--quiet", "--initial-branch=main", ".")
	git(t, dir, &stream, "fast-import", "--quiet")
	git(t, dir, nil, "reset", "--quiet", "--hard", "main")
	return dir
}

// commit writes a commit for git fast-import: the files that are not the same
// as before, or all of them.
func commit(w *bytes.Buffer, branch, title string, before, files fstest.MapFS) {
	mark := ""
	if before == nil {
		mark = "mark :1\n"
	}
	fmt.Fprintf(w, "commit refs/heads/%s\n%scommitter Åsa <asa@example.org> 1767268800 +0000\ndata %d\n%s\n", branch, mark, len(title), title)
	if before != nil {
		fmt.Fprintln(w, "from :1")
	}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		if files[name] == nil {
			fmt.Fprintf(w, "D %s\n", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if was := before[name]; was == nil || !bytes.Equal(was.Data, files[name].Data) {
			fmt.Fprintf(w, "M 100644 inline %s\ndata %d\n%s\n", name, len(files[name].Data), files[name].Data)
		}
	}
	fmt.Fprintln(w)
}

func git(t *testing.T, dir string, in *bytes.Buffer, args ...string) {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull)
	if in != nil {
		cmd.Stdin = in
	}
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "git %s: %s", strings.Join(args, " "), out)
}

var goldens sync.Mutex

// compareGolden compares what is told with what a file keeps, or keeps it.
func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		goldens.Lock()
		defer goldens.Unlock()
		require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err, "run the test with -update, and read what it writes")
	assert.Equal(t, string(want), got)
}

// assertNothingElse finds what is kept of changes that are no more.
func assertNothingElse(t *testing.T, used map[string]bool) {
	t.Helper()
	kept, err := filepath.Glob(filepath.Join(changes, "*.txt"))
	require.NoError(t, err)
	for _, name := range kept {
		assert.True(t, used[filepath.ToSlash(name)], "%s belongs to no change", name)
	}
}
