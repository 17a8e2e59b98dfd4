package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"
)

// workflow is what these tests read of a GitHub workflow.
type workflow struct {
	Permissions map[string]string `yaml:"permissions"`
	Jobs        map[string]struct {
		Permissions map[string]string `yaml:"permissions"`
		Steps       []workflowStep    `yaml:"steps"`
	} `yaml:"jobs"`
}

type workflowStep struct {
	Name string            `yaml:"name"`
	Uses string            `yaml:"uses"`
	Run  string            `yaml:"run"`
	With map[string]string `yaml:"with"`
}

func readWorkflow(t *testing.T) workflow {
	t.Helper()
	data, err := os.ReadFile("../../.github/workflows/registry.yml")
	require.NoError(t, err)
	var w workflow
	require.NoError(t, yaml.Unmarshal(data, &w))
	return w
}

// TestWorkflowIsSafeForForks holds the workflow to what its first lines say.
func TestWorkflowIsSafeForForks(t *testing.T) {
	w := readWorkflow(t)
	assert.Empty(t, w.Permissions, "every job asks for what it needs")
	assert.Equal(t, map[string]string{"contents": "read"}, w.Jobs["validate"].Permissions)
	assert.Equal(t, map[string]string{"contents": "read"}, w.Jobs["review"].Permissions)
	assert.Equal(t, map[string]string{"pull-requests": "write"}, w.Jobs["comment"].Permissions)
	pinned := regexp.MustCompile(`^actions/[a-z-]+@[0-9a-f]{40}$`)
	for name, job := range w.Jobs {
		for _, s := range job.Steps {
			assert.NotContains(t, s.Run, "${{", "%s: what comes from outside reaches a script by its environment only", name)
			if s.Uses != "" {
				assert.Regexp(t, pinned, s.Uses)
			}
			if strings.HasPrefix(s.Uses, "actions/checkout@") {
				assert.Equal(t, "false", s.With["persist-credentials"], name)
				assert.NotContains(t, s.With["ref"], "head", "%s: the pull request is never checked out", name)
			}
		}
	}
	for _, s := range w.Jobs["comment"].Steps {
		assert.NotContains(t, s.Uses, "checkout", "the job that may write runs nothing from the repository")
	}
}

// TestWorkflowSteps runs the steps of the workflow that call vis, in a
// repository with a change that may not be made.
func TestWorkflowSteps(t *testing.T) {
	for _, program := range []string{"git", "bash"} {
		if _, err := exec.LookPath(program); err != nil {
			if os.Getenv("VIS_REQUIRE_GIT") != "" {
				t.Fatal(err)
			}
			t.Skip(program + " is needed")
		}
	}
	dir, temp := t.TempDir(), t.TempDir()
	require.NoError(t, os.CopyFS(filepath.Join(dir, "registry"), os.DirFS("../../registry")))
	require.NoError(t, os.MkdirAll(filepath.Join(temp, "bin"), 0o755))
	build := exec.Command("go", "build", "-o", filepath.Join(temp, "bin", "vis"), ".")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))

	env := append(os.Environ(), "RUNNER_TEMP="+temp, "GITHUB_STEP_SUMMARY="+filepath.Join(temp, "summary.md"), "VIS_TODAY="+readmeToday, "LANG=sv_SE.UTF-8",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org", "GIT_CONFIG_GLOBAL="+os.DevNull)
	git := func(args ...string) string {
		t.Helper()
		c := exec.Command("git", args...)
		c.Dir, c.Env = dir, env
		out, err := c.CombinedOutput()
		require.NoError(t, err, string(out))
		return strings.TrimSpace(string(out))
	}
	git("init", "-q", "-b", "main")
	git("add", ".")
	git("commit", "-qm", "registret")
	base := git("rev-parse", "HEAD")
	require.NoError(t, os.Remove(filepath.Join(dir, "registry", "groups", "uph.yaml")))
	git("commit", "-qam", "tar bort UPH")
	head := git("rev-parse", "HEAD")
	git("checkout", "-q", base)

	w := readWorkflow(t)
	step := func(job, name string, extra ...string) (string, error) {
		t.Helper()
		for _, s := range w.Jobs[job].Steps {
			if s.Name == name {
				c := exec.Command("bash", "-e", "-o", "pipefail", "-c", s.Run)
				c.Dir, c.Env = dir, append(env, extra...)
				out, err := c.CombinedOutput()
				return string(out), err
			}
		}
		t.Fatalf("the job %s has no step %q", job, name)
		return "", nil
	}
	shown, err := step("validate", "Validate")
	require.NoError(t, err, shown)
	summary, err := os.ReadFile(filepath.Join(temp, "summary.md"))
	require.NoError(t, err)
	assert.NotEmpty(t, summary)

	shown, err = step("review", "Review", "BASE="+base, "HEAD="+head)
	var exit *exec.ExitError
	require.ErrorAs(t, err, &exit, shown)
	assert.Equal(t, 1, exit.ExitCode(), shown)
	assert.Contains(t, shown, "::error file=registry/groups/uph.yaml")
	comment, err := os.ReadFile(filepath.Join(temp, "review", "comment.md"))
	require.NoError(t, err)
	assert.Contains(t, string(comment), "record-removed")
	assert.Contains(t, string(comment), "har tagits bort")
}
