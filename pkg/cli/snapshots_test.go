package cli

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
)

// gitRun runs git in a folder, without anything of the machine's own settings.
func gitRun(t *testing.T, dir string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		if os.Getenv("VIS_REQUIRE_GIT") == "1" {
			t.Fatal("git is not installed, and VIS_REQUIRE_GIT=1 demands it")
		}
		t.Skip("git is not installed")
	}
	c := exec.Command("git", append([]string{"-c", "core.autocrlf=false", "-c", "init.defaultBranch=main"}, args...)...)
	c.Dir = dir
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "GIT_") {
			c.Env = append(c.Env, v)
		}
	}
	c.Env = append(c.Env, "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=Åsa", "GIT_AUTHOR_EMAIL=a@example.org",
		"GIT_COMMITTER_NAME=Åsa", "GIT_COMMITTER_EMAIL=a@example.org")
	out, err := c.CombinedOutput()
	require.NoError(t, err, string(out))
}

// TestWhatIsUnchangedIsShared compares two versions of a registry in which one
// file differs: all other records are the same pointers on both sides, so that
// neither reading nor comparing them costs anything.
func TestWhatIsUnchangedIsShared(t *testing.T) {
	dir := copyOf(t, nil)
	gitRun(t, dir, "init", "-q")
	gitRun(t, dir, "add", ".")
	gitRun(t, dir, "commit", "-q", "-m", "ett")
	gitRun(t, dir, "tag", "v1")
	name := filepath.Join(dir, "registry", "groups", "styrgruppen.yaml")
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(name, []byte(strings.Replace(string(data), "level: regional", "level: local", 1)), 0o644))

	check := func(t *testing.T, args []string, exactly, shared bool) {
		a := &app{Env: Env{Dir: dir, Today: edtf.DayOf(2026, 11, 22), Getenv: func(string) string { return "" }}}
		both, err := a.openBoth(context.Background(), args, exactly, nil)
		require.NoError(t, err)
		defer both.close()
		require.NotEmpty(t, both.head.view.Records())
		for _, is := range both.head.view.Records() {
			was, ok := both.base.view.Record(is.Base().Ref)
			require.True(t, ok)
			if shared && is.Base().Ref != (model.Ref{Kind: model.GroupKind, ID: "styrgruppen"}) {
				assert.Same(t, was, is, is.Base().Ref)
			} else {
				assert.NotSame(t, was, is, is.Base().Ref)
			}
		}
		if shared {
			assert.Same(t, both.base.loaded.Registry.Vocabulary, both.head.loaded.Registry.Vocabulary)
		}
	}
	t.Run("the working tree", func(t *testing.T) { check(t, nil, false, true) })
	t.Run("the working tree, exactly", func(t *testing.T) { check(t, []string{"v1"}, true, true) })
	t.Run("a folder and a revision", func(t *testing.T) { check(t, []string{"v1", "registry"}, false, true) })
	gitRun(t, dir, "commit", "-q", "-a", "-m", "två")
	t.Run("two revisions", func(t *testing.T) { check(t, []string{"v1", "HEAD"}, false, true) })
	t.Run("two revisions of one folder", func(t *testing.T) { check(t, []string{"v1:registry", "HEAD:registry"}, false, true) })

	other := filepath.Join(dir, "annan")
	require.NoError(t, os.CopyFS(other, os.DirFS(filepath.Join(dir, "registry"))))
	t.Run("another folder", func(t *testing.T) { check(t, []string{"v1", "annan"}, false, false) })
}

// TestNarrowTerminal: no line of a diff is wider than the terminal, but for
// single words.
func TestNarrowTerminal(t *testing.T) {
	base, head := copyOf(t, nil), copyOf(t, map[string]string{
		"groups/ny.yaml": "name: Samrådsgruppen för personer med funktionsnedsättning och deras anhöriga i hela länet\ntype: consultation\n" +
			"terms_of_reference: Att vara ett nav och en samlingspunkt för länets samverkan inom sitt område\n",
	})
	var out, complaints strings.Builder
	code := Run(context.Background(), Env{
		Args: []string{"diff", filepath.Join(base, "registry"), filepath.Join(head, "registry")}, Dir: head, In: strings.NewReader(""), Out: &out, Err: &complaints,
		Getenv: func(string) string { return "" }, Today: edtf.DayOf(2026, 11, 22), Terminal: true, Width: 40,
	})
	require.Equal(t, ExitClean, code, complaints.String())
	require.Contains(t, out.String(), "samlingspunkt")
	for line := range strings.Lines(out.String()) {
		line = strings.NewReplacer("\x1b[1m", "", "\x1b[0m", "", "\x1b[22m", "", "\x1b[2m", "", "\x1b[32m", "").Replace(strings.TrimSuffix(line, "\n"))
		assert.LessOrEqual(t, len([]rune(line)), 40, line)
	}
}
