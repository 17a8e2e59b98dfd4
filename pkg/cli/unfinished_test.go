package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/text"
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

// beginHalf lays out a new registry in a folder as a write leaves it that is broken
// off after some of the files.
func beginHalf(t *testing.T, dir string, done int) {
	t.Helper()
	files, err := edit.Start{Name: "Alfa", Lang: text.Swedish, Today: edtf.DayOf(2026, 11, 22)}.Files()
	require.NoError(t, err)
	write := func(name string, data []byte) {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, data, 0o644))
	}
	waits := filepath.Join(dir, ".vis-write")
	var steps []map[string]string
	for i, f := range files {
		n := strconv.Itoa(i)
		steps = append(steps, map[string]string{"waits": n, "path": f.Path})
		if i < done {
			write(filepath.Join(dir, f.Path), f.After)
		} else {
			write(filepath.Join(waits, n), f.After)
		}
	}
	plan, err := json.Marshal(steps)
	require.NoError(t, err)
	write(filepath.Join(waits, "plan.json"), plan)
	long := time.Now().Add(-time.Hour)
	require.NoError(t, os.Chtimes(waits, long, long))
}

// TestABrokenOffInitIsEnded: whichever command comes next finds the new registry,
// from any folder in it, and init itself says what it has done.
func TestABrokenOffInitIsEnded(t *testing.T) {
	for _, done := range []int{0, 5} {
		for _, at := range []string{".", "registry/groups"} {
			dir := t.TempDir()
			beginHalf(t, dir, done)
			from := filepath.Join(dir, at)
			require.NoError(t, os.MkdirAll(from, 0o755))
			r := vis(t, from, "validate")
			assert.Equal(t, result{}, r, "%d %s", done, at)
			assert.NoDirExists(t, filepath.Join(dir, ".vis-write"))
		}
	}
	dir := t.TempDir()
	beginHalf(t, dir, 5)
	assert.Equal(t, result{}, vis(t, dir, "validate", "--registry", "registry"))

	dir = t.TempDir()
	beginHalf(t, filepath.Join(dir, "ny"), 5)
	r := vis(t, dir, "init", "ny", "--name", "Beta")
	assert.Equal(t, ExitClean, r.code, r.err)
	assert.Contains(t, r.out, "Registret ”Alfa” i ny, vars skrivning avbröts, är nu helt. Inget annat register har lagts upp.")
	assert.Equal(t, result{}, vis(t, filepath.Join(dir, "ny"), "validate"))
	assert.Equal(t, ExitUsage, vis(t, dir, "init", "ny", "--name", "Beta").code)
	dir = t.TempDir()
	beginHalf(t, dir, 5)
	assert.Contains(t, vis(t, dir, "LANG=en", "init", ".", "--name", "Beta").out, "The registry “Alfa” in ., whose writing was broken off, is now complete.")
}

// TestWhatWaitsForAnybodyIsLeftAlone: a write that does not begin a registry, and
// one in a folder where everybody may write, is not looked for upwards.
func TestWhatWaitsForAnybodyIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, ".vis-write"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, ".vis-write/0"), []byte("x"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, ".vis-write/plan.json"), []byte(`[{"waits":"0","path":"mitt/.bashrc"}]`), 0o644))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "mitt"), 0o755))
	assert.Equal(t, ExitUsage, vis(t, filepath.Join(dir, "mitt"), "validate").code)
	assert.NoFileExists(t, filepath.Join(dir, "mitt/.bashrc"))

	open := t.TempDir()
	beginHalf(t, open, 0)
	require.NoError(t, os.Chmod(open, 0o777|os.ModeSticky))
	assert.Equal(t, ExitUsage, vis(t, open, "validate").code)
	assert.DirExists(t, filepath.Join(open, ".vis-write"))
}

// TestWhereNothingCanBeWritten names the folder that is to be written in.
func TestWhereNothingCanBeWritten(t *testing.T) {
	a := &app{lang: text.Swedish}
	refused := &os.PathError{Op: "mkdirat", Path: ".vis-write", Err: os.ErrPermission}
	assert.EqualError(t, a.notWritten("/register", refused), "det går inte att skriva i /register: behörighet saknas")
	a.lang = text.English
	assert.EqualError(t, a.notWritten("/register", &os.LinkError{Op: "rename", Old: "0", New: "x", Err: os.ErrPermission}), "cannot write in /register: permission denied")
	assert.NoError(t, a.notWritten("/register", nil))
	busy := &edit.Busy{Dir: "/register"}
	assert.Same(t, busy, a.notWritten("/register", busy))
	if os.Geteuid() <= 0 {
		t.Skip("nothing is forbidden to root, and Windows has no such permissions")
	}
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "vis.yaml"), []byte("schema: 1\nname: Prov\nlanguage: sv\n"), 0o644))
	require.NoError(t, os.Chmod(dir, 0o555))
	r := vis(t, dir, "new", "källa", "--title", "Protokoll", "--type", "protocol", "-y")
	assert.Equal(t, ExitFailure, r.code)
	assert.Contains(t, r.err, "det går inte att skriva i "+dir+": behörighet saknas")
}

// TestAnAcceptanceThatCannotBeRead is not written: the registry with it is read first.
func TestAnAcceptanceThatCannotBeRead(t *testing.T) {
	dir := copyOf(t, map[string]string{"issues/delad-journal.yaml": "title: Delad journal\ndriver: aldregruppen\nstate: driven\n"})
	list := vis(t, dir, "acknowledge", "--format", "json").out
	_, after, found := strings.Cut(list, `"fingerprint": "`)
	require.True(t, found, list)
	r := vis(t, dir, "acknowledge", after[:16], "--reason", strings.Repeat("å", 3<<20), "--by", "Sekretariatet", "--until", "2027")
	assert.Equal(t, ExitFailure, r.code)
	assert.Contains(t, r.err, "acknowledged.yaml inte gå att läsa; ingenting skrevs")
	assert.Equal(t, list, vis(t, dir, "acknowledge", "--format", "json").out)
}
