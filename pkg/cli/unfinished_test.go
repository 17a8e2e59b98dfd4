package cli

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestABrokenOffWriteIsEnded: whichever command comes next, and whatever it
// does, sees the registry as it was or as it was to be.
func TestABrokenOffWriteIsEnded(t *testing.T) {
	for _, args := range [][]string{{"list", "groups"}, {"validate"}, {"fmt"}, {"fmt", "--check"}, {"diff", "registry", "registry"}} {
		for _, planned := range []bool{true, false} {
			dir := t.TempDir()
			top := filepath.Join(dir, "registry")
			waits := filepath.Join(top, ".vis-write")
			write := func(name, data string) {
				require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
				require.NoError(t, os.WriteFile(name, []byte(data), 0o644))
			}
			write(filepath.Join(top, "vis.yaml"), "schema: 1\nname: Prov\nlanguage: sv\n")
			write(filepath.Join(waits, "0"), "name: Ny\ntype: working\n")
			if planned {
				write(filepath.Join(waits, "plan.json"), `[{"waits":"0","path":"groups/ny.yaml"}]`)
			}
			long := time.Now().Add(-time.Hour)
			require.NoError(t, os.Chtimes(waits, long, long))
			r := vis(t, dir, args...)
			assert.Equal(t, ExitClean, r.code, "%s: %s", args, r.err)
			assert.NoDirExists(t, waits, args)
			if planned {
				assert.FileExists(t, filepath.Join(top, "groups/ny.yaml"), args)
			} else {
				assert.NoFileExists(t, filepath.Join(top, "groups/ny.yaml"), args)
			}
		}
	}
}

// TestAWriteUnderWayIsWaitedFor: what another command is in the midst of is left
// to it.
func TestAWriteUnderWayIsWaitedFor(t *testing.T) {
	dir := t.TempDir()
	waits := filepath.Join(dir, ".vis-write")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "vis.yaml"), []byte("schema: 1\nname: Prov\nlanguage: sv\n"), 0o644))
	require.NoError(t, os.Mkdir(waits, 0o755))
	done := make(chan error)
	go func() {
		time.Sleep(200 * time.Millisecond)
		done <- os.Remove(waits) // fails if the other has
	}()
	r := vis(t, dir, "fmt")
	assert.NoError(t, <-done)
	assert.Equal(t, ExitClean, r.code, r.err)
}

// TestABrokenOffWriteThatCannotBeEnded says what is wrong and what to do.
func TestABrokenOffWriteThatCannotBeEnded(t *testing.T) {
	dir := t.TempDir()
	waits := filepath.Join(dir, ".vis-write")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "vis.yaml"), []byte("schema: 1\nname: Prov\nlanguage: sv\n"), 0o644))
	require.NoError(t, os.MkdirAll(filepath.Join(waits, "plan.json"), 0o755)) // which is to be a file
	long := time.Now().Add(-time.Hour)
	require.NoError(t, os.Chtimes(waits, long, long))
	r := vis(t, dir, "list", "groups")
	assert.Equal(t, ExitFailure, r.code)
	assert.Contains(t, r.err, "avbröts och går inte att avsluta: det är en mapp")
	assert.Contains(t, vis(t, dir, "LANG=en", "list", "groups").err, "was broken off and cannot be ended: it is a folder")
}
