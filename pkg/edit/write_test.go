package edit

import (
	"io/fs"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func folder(t *testing.T, files map[string]string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(t.TempDir())
	require.NoError(t, err)
	t.Cleanup(func() { _ = root.Close() })
	for name, data := range files {
		require.NoError(t, root.WriteFile(name, []byte(data), 0o644))
	}
	return root
}

// holds is everything in a folder, by path.
func holds(t *testing.T, root *os.Root) map[string]string {
	t.Helper()
	out := map[string]string{}
	require.NoError(t, fs.WalkDir(root.FS(), ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := root.ReadFile(p)
		out[p] = string(b)
		return err
	}))
	return out
}

var (
	before  = map[string]string{"vis.yaml": "old", "kept.yaml": "kept"}
	after   = map[string]string{"vis.yaml": "new", "kept.yaml": "kept", "groups/bus/a.yaml": "a", "groups/b.yaml": "b"}
	changes = []Change{
		{Path: "vis.yaml", Before: []byte("old"), After: []byte("new")},
		{Path: "groups/bus/a.yaml", After: []byte("a")},
		{Path: "groups/b.yaml", After: []byte("b")},
	}
)

func TestWrite(t *testing.T) {
	root := folder(t, before)
	require.NoError(t, root.Chmod("vis.yaml", 0o600))
	require.NoError(t, Write(root, changes))
	assert.Equal(t, after, holds(t, root))
	info, err := root.Stat("vis.yaml")
	require.NoError(t, err)
	assert.Equal(t, fs.FileMode(0o600), info.Mode().Perm())
	found, err := Finish(root)
	require.NoError(t, err)
	assert.False(t, found)
}

// TestBrokenOff: wherever the power goes, the registry is as before or as after,
// once the next command has looked; never between.
func TestBrokenOff(t *testing.T) {
	whole := 0
	count := func() error { whole++; return nil }
	require.NoError(t, write(folder(t, before), changes, count))
	require.Greater(t, whole, 8)
	seen := map[string]bool{}
	for at := range whole {
		root := folder(t, before)
		n := 0
		err := write(root, changes, func() error {
			if n++; n > at {
				return errBroken
			}
			return nil
		})
		require.ErrorIs(t, err, errBroken)
		assert.ErrorAs(t, Write(root, changes), new(*Busy), "nobody writes meanwhile")
		found, err := Finish(root)
		require.NoError(t, err)
		assert.True(t, found)
		switch got := holds(t, root); got["vis.yaml"] {
		case "old":
			assert.Equal(t, before, got, at)
			seen["before"] = true
		default:
			assert.Equal(t, after, got, at)
			seen["after"] = true
		}
	}
	assert.Len(t, seen, 2, "both were tried")
}

// TestFinishIsBrokenOff: finishing may be cut short too, again and again.
func TestFinishIsBrokenOff(t *testing.T) {
	root := folder(t, before)
	n := 0
	require.Error(t, write(root, changes, func() error {
		if n++; n > 6 {
			return errBroken
		}
		return nil
	}))
	for left := range 3 {
		steps := []step{{"0", "vis.yaml"}, {"1", "groups/bus/a.yaml"}, {"2", "groups/b.yaml"}}
		n := 0
		_ = carryOut(root, steps, func() error {
			if n++; n > left {
				return errBroken
			}
			return nil
		})
	}
	_, err := Finish(root)
	require.NoError(t, err)
	assert.Equal(t, after, holds(t, root))
}

func TestNobodysWorkIsWrittenOver(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"another has changed the file":    {"vis.yaml": "theirs"},
		"another has removed it":          {},
		"another has made the new file":   {"vis.yaml": "old", "b.yaml": "theirs"},
		"the new one is there, and empty": {"vis.yaml": "old", "b.yaml": ""},
	} {
		root := folder(t, files)
		err := Write(root, []Change{{Path: "vis.yaml", Before: []byte("old"), After: []byte("new")}, {Path: "b.yaml", After: []byte("b")}})
		assert.ErrorAs(t, err, new(*ChangedMeanwhile), name)
		assert.Equal(t, files, holds(t, root), name)
	}
}

func TestNothingLeadsOut(t *testing.T) {
	root := folder(t, before)
	assert.Error(t, Write(root, []Change{{Path: "../out.yaml", After: []byte("x")}}))
	assert.Equal(t, before, holds(t, root))
}
