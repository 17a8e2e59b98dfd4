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
)

// TestInitsNextStepsWork runs each command that init prints, in order.
func TestInitsNextStepsWork(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil && os.Getenv("VIS_REQUIRE_GIT") == "" {
		t.Skip("git is needed")
	}
	for _, lang := range []string{"sv", "en"} {
		for _, name := range []string{"samverkan", "det nya 'registret'"} {
			dir := t.TempDir()
			r := vis(t, dir, "init", name, "--name", "Samverkan", "--lang", lang)
			require.Equal(t, ExitClean, r.code, r.err)
			ran := 0
			for line := range strings.Lines(r.out) {
				command, ok := strings.CutPrefix(line, "  ")
				if !ok {
					continue
				}
				command, _, _ = strings.Cut(command, "#")
				command, ran = strings.TrimSpace(command), ran+1
				if args, ours := strings.CutPrefix(command, "vis "); ours {
					step := vis(t, dir, append(strings.Fields(args), "--lang", lang)...)
					assert.Equal(t, ExitClean, step.code, "%s: %s", command, step.err)
					assert.Empty(t, step.err, command)
					assert.Equal(t, args == "validate", step.out == "", command)
					continue
				}
				c := exec.Command("sh", "-e", "-c", command+"\npwd")
				c.Dir = dir
				c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull)
				out, err := c.CombinedOutput()
				require.NoError(t, err, "%s: %s", command, out)
				lines := strings.Split(strings.TrimSpace(string(out)), "\n")
				dir = lines[len(lines)-1]
			}
			assert.Equal(t, 7, ran, r.out)
			assert.Contains(t, vis(t, dir, "doctor", "--lang", "en").out, "git diff shows changes of substance", "what is set up is what doctor looks for")
		}
	}
}

// TestInitWritesOverNothing: a folder that holds anything stays as it is.
func TestInitWritesOverNothing(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "README.md"), []byte("mine"), 0o644))
	r := vis(t, dir, "init", ".", "--name", "A")
	assert.Equal(t, ExitUsage, r.code)
	assert.Contains(t, r.err, "där finns README.md\n")
	there, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, there, 1)

	assert.Equal(t, ExitFailure, vis(t, dir, "init", "README.md", "--name", "A").code, "a file")
	for _, bad := range []string{"", " ", "a\x1b[31mb", strings.Repeat("a", 201)} {
		assert.Equal(t, ExitUsage, vis(t, dir, "init", "new", "--name", bad).code, "%q", bad)
		assert.NoDirExists(t, filepath.Join(dir, "new"))
	}
	assert.Equal(t, ExitUsage, vis(t, dir, "init", "new", "--name", "A", "--county", "AB").code)
	assert.NoDirExists(t, filepath.Join(dir, "new"))
}

// TestInitIntoAClone: a folder with .git alone is as good as empty.
func TestInitIntoAClone(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, ".git"), 0o755))
	r := vis(t, dir, "init", ".", "--name", "A", "-q")
	assert.Equal(t, result{}, r)
	assert.Equal(t, result{}, vis(t, dir, "validate"))
	assert.Equal(t, ExitUsage, vis(t, dir, "init", "registry/groups/b", "--name", "B").code, "inside a registry")
}

// TestInitAsks a person at a terminal.
func TestInitAsks(t *testing.T) {
	for answer, code := range map[string]int{"Samverkan i Exempellän\n": ExitClean, "Utan radslut": ExitClean, "\n": ExitUsage, "": ExitFailure} {
		dir := t.TempDir()
		var out, complaints strings.Builder
		got := Run(context.Background(), Env{
			Args: []string{"init", "a"}, Dir: dir, In: strings.NewReader(answer), Out: &out, Err: &complaints, Terminal: true, Width: 60,
			Getenv: func(string) string { return "" }, Today: edtf.DayOf(2026, 11, 22),
		})
		assert.Equal(t, code, got, "%q", answer)
		assert.Contains(t, complaints.String(), "Vad ska registret heta? ")
		if code == ExitClean {
			assert.Contains(t, out.String(), "”"+strings.TrimSpace(answer)+"”")
		}
	}
}

// TestInitEndsWhatWasBrokenOff: a write that was broken off is carried out, and
// then there is a registry, which is not written over.
func TestInitEndsWhatWasBrokenOff(t *testing.T) {
	dir := t.TempDir()
	waits := filepath.Join(dir, ".vis-write")
	require.NoError(t, os.Mkdir(waits, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(waits, "0"), []byte("half"), 0o644))
	r := vis(t, dir, "init", ".", "--name", "A", "-q")
	assert.Equal(t, result{}, r, "nothing had been laid out in full")
	assert.Equal(t, result{}, vis(t, dir, "validate"))
}
