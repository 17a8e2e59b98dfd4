package schema

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/cli"
)

// edited is a repository with a copy of the registry at the tag v1, and a
// working tree in which much has changed.
func edited(t *testing.T) (dir string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		if os.Getenv("VIS_REQUIRE_GIT") == "1" {
			t.Fatal("git is not installed, and VIS_REQUIRE_GIT=1 demands it")
		}
		t.Skip("git is not installed")
	}
	dir = t.TempDir()
	require.NoError(t, os.CopyFS(filepath.Join(dir, "registry"), os.DirFS("../../registry")))
	git := func(args ...string) {
		c := exec.Command("git", append([]string{"-c", "core.autocrlf=false", "-c", "init.defaultBranch=main", "-c", "user.name=Åsa", "-c", "user.email=a@example.org"}, args...)...)
		c.Dir, c.Env = dir, append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
		out, err := c.CombinedOutput()
		require.NoError(t, err, string(out))
	}
	git("init", "-q")
	git("add", ".")
	git("commit", "-q", "-m", "ett")
	git("tag", "v1")
	change := func(file, before, after string) {
		name := filepath.Join(dir, "registry", filepath.FromSlash(file))
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Contains(t, string(data), before)
		require.NoError(t, os.WriteFile(name, []byte(strings.Replace(string(data), before, after, 1)), 0o644))
	}
	change("agreements/hok.yaml", "  planned: 2022-07-01", "  planned: 2022-08")
	change("agreements/hok.yaml", "follow_up: unknown", "follow_up: {interval: P1Y, indicators: [{id: a, name: A, target: {value: {min: 1, max: 2, approx: true}}}]}")
	change("agreements/bus.yaml", "  from: 0\n  to: 17", "  from: 0\n  to: 20")
	change("vis.yaml", "  dormant_after: P12M", "  dormant_after: P18M")
	git("commit", "-q", "-a", "-m", "två")
	change("agreements/hok.yaml", "  planned: 2022-08", "  planned: 2022-08-15")
	require.NoError(t, os.Rename(filepath.Join(dir, "registry/groups/digital.yaml"), filepath.Join(dir, "registry/groups/digitalisering.yaml")))
	require.NoError(t, os.Remove(filepath.Join(dir, "registry/issues/nationella-natverk.yaml")))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "registry/groups/ny.yaml"), []byte("name: {sv: Ny, en: New}\ntype: consultation\nlevel: {is: unknown, reason: Sägs inte.}\n"), 0o644))
	return dir
}

// neutral takes out what is in the language of a run.
func neutral(v any) any {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "labels")
		delete(v, "words")
		for key := range v {
			v[key] = neutral(v[key])
		}
	case []any:
		for i := range v {
			v[i] = neutral(v[i])
		}
	}
	return v
}

func TestChangesAsJSON(t *testing.T) {
	dir := edited(t)
	for _, test := range []struct {
		command string
		args    []string
		list    string
	}{
		{"diff", []string{"v1"}, "changes"},
		{"diff", []string{"v1", "HEAD"}, "changes"},
		{"diff", []string{"HEAD", "HEAD"}, "changes"},
		{"log", []string{"hok"}, "entries"},
		{"log", []string{"bus", "--rev", "v1", "--as-of", "2022-11-07"}, "entries"},
		{"log", []string{"group/samrad-aldre"}, "entries"},
		{"log", []string{"issue/nationella-natverk"}, "entries"},
		{"log", []string{"registry/vis.yaml"}, "entries"},
	} {
		t.Run(test.command+" "+strings.Join(test.args, " "), func(t *testing.T) {
			s := compiled(t, test.command)
			var same []any
			for _, lang := range []string{"sv", "en"} {
				out := visIn(t, dir, cli.ExitClean, append([]string{test.command, "--format", "json", "--lang", lang}, test.args...)...)
				doc := decoded(t, out)
				assert.NoError(t, s.Validate(doc))
				list := doc.(map[string]any)[test.list].([]any)
				assert.Equal(t, test.args[0] == "HEAD", len(list) == 0)
				same = append(same, neutral(doc))
			}
			assert.Equal(t, same[0], same[1], "only labels and words are in a language")
		})
	}
}

func TestTheSchemaOfADiffRefusesWhatItDoesNotSay(t *testing.T) {
	out := visIn(t, edited(t), cli.ExitClean, "diff", "--format", "json", "v1")
	s := compiled(t, "diff")
	for name, spoil := range map[string]func(change, edit map[string]any){
		"a key more in a change":  func(change, _ map[string]any) { change["extra"] = true },
		"a key more in an edit":   func(_, edit map[string]any) { edit["extra"] = true },
		"an edit without a label": func(_, edit map[string]any) { delete(edit, "labels") },
		"an unknown what":         func(_, edit map[string]any) { edit["what"] = "gone" },
		"an unknown how":          func(change, _ map[string]any) { change["how"] = "gone" },
	} {
		t.Run(name, func(t *testing.T) {
			whole := decoded(t, out).(map[string]any)
			for _, c := range whole["changes"].([]any) {
				change := c.(map[string]any)
				if edits := change["edits"].([]any); len(edits) > 0 {
					spoil(change, edits[0].(map[string]any))
					assert.Error(t, s.Validate(whole))
					return
				}
			}
			t.Fatal("no edit")
		})
	}
}
