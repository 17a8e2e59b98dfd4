package synth_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/synth"
)

// command runs vis-synth and gives its exit code and what it wrote.
func command(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = synth.Command(args, &out, &err)
	return code, out.String(), err.String()
}

func TestCommandWritesTheRegistry(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "registry")
	code, stdout, stderr := command("-n", "700", "-seed", "4", dir)
	require.Equal(t, synth.ExitOK, code, stderr)
	assert.Equal(t, "wrote 700 records in "+dir+" (seed 4)\nvis validate --registry "+dir+" --as-of 2026-06-30 --profile pedantic\n", stdout)
	assert.NoFileExists(t, dir+".expected.json", "there is nothing to expect")
	for _, f := range generate(t, synth.Options{Records: 700, Seed: 4}).Files {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.Path)))
		require.NoError(t, err)
		require.Equal(t, string(f.Data), string(data), f.Path)
	}
}

func TestCommandWritesWhatMustBeFound(t *testing.T) {
	parent := t.TempDir()
	for _, c := range []struct {
		dir, file string
		args      []string
	}{
		{filepath.Join(parent, "a"), filepath.Join(parent, "a.expected.json"), nil},
		{filepath.Join(parent, "b"), filepath.Join(parent, "list.json"), []string{"-expected", filepath.Join(parent, "list.json")}},
	} {
		args := append(append([]string{"-n", "700", "-defects", "30"}, c.args...), c.dir)
		code, stdout, stderr := command(args...)
		require.Equal(t, synth.ExitOK, code, stderr)
		assert.Contains(t, stdout, "planted 30 defects; what must be found is in "+c.file+"\n")
		data, err := os.ReadFile(c.file)
		require.NoError(t, err)
		var list []synth.Expected
		require.NoError(t, json.Unmarshal(data, &list))
		assert.Equal(t, generate(t, synth.Options{Records: 700, Seed: 1, Defects: 30}).Expected, list)
	}
}

func TestCommandOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	kept := filepath.Join(dir, "kept.txt")
	require.NoError(t, os.WriteFile(kept, []byte("mine"), 0o644))
	code, _, stderr := command("-n", "700", dir)
	assert.Equal(t, synth.ExitFailure, code)
	assert.Equal(t, "vis-synth: "+dir+" is not empty (it holds kept.txt); a registry is written in an empty or a new folder\n", stderr)
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 1)

	// A list that is there already keeps the registry from being written at all.
	fresh := filepath.Join(t.TempDir(), "registry")
	require.NoError(t, os.WriteFile(fresh+".expected.json", nil, 0o644))
	code, _, stderr = command("-n", "700", "-defects", "3", fresh)
	assert.Equal(t, synth.ExitFailure, code)
	assert.Contains(t, stderr, "expected.json: file exists")
	assert.NoDirExists(t, fresh)
}

func TestCommandRefusesWrongUsage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "registry")
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"no folder":            {nil, "one folder is needed, after the flags; 0 were given"},
		"two folders":          {[]string{dir, dir}, "2 were given"},
		"too few":              {[]string{"-n", "20", dir}, "-n 20 is too few; a synthetic registry has at least 700 records"},
		"negative":             {[]string{"-defects", "-1", dir}, "-defects -1 is negative"},
		"expected but nothing": {[]string{"-expected", "x.json", dir}, "only with -defects"},
		"expected inside":      {[]string{"-defects", "1", "-expected", filepath.Join(dir, "sources", "x.json"), dir}, "cannot lie in the registry"},
		"no such flag":         {[]string{"-size", "1", dir}, "flag provided but not defined"},
	} {
		t.Run(name, func(t *testing.T) {
			code, stdout, stderr := command(c.args...)
			assert.Equal(t, synth.ExitUsage, code)
			assert.Contains(t, stderr, c.says)
			assert.Empty(t, stdout)
			assert.NoDirExists(t, dir)
		})
	}
}
