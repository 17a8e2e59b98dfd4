package git_test

import (
	"io/fs"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/git"
)

func TestBlobs(t *testing.T) {
	r := checkedOut(t, files{"a.yaml": "ett\n", "b.yaml": "två\n"})
	tree := r.tree("main", "")
	repo, err := git.Find(ctx, r.dir)
	require.NoError(t, err)
	blobs := repo.Blobs(ctx)
	hash, ok := tree.Hash("b.yaml")
	require.True(t, ok)
	data, err := blobs.Read(hash)
	require.NoError(t, err)
	assert.Equal(t, "två\n", string(data))
	_, err = blobs.Read("HEAD")
	assert.Error(t, err)
	var missing *git.MissingObject
	_, err = blobs.Read("0123456789012345678901234567890123456789")
	assert.ErrorAs(t, err, &missing)
	require.NoError(t, blobs.Close())
	_, err = blobs.Read(hash)
	assert.ErrorIs(t, err, fs.ErrClosed)
}

// TestHashing: a file that was read is not read again, and is what it was then.
func TestHashing(t *testing.T) {
	r := checkedOut(t, files{"registry/a.yaml": "ett\n", "registry/b.yaml": "två\n"})
	disk := git.Hashing(r.onDisk("registry"))
	for _, name := range []string{"a.yaml", "b.yaml"} {
		_, known := disk.Hash(name)
		assert.False(t, known, "nobody has read it")
	}
	data, err := fs.ReadFile(disk, "a.yaml")
	require.NoError(t, err)
	assert.Equal(t, "ett\n", string(data))
	tree := r.tree("main", "registry")
	want, _ := tree.Hash("a.yaml")
	got, known := disk.Hash("a.yaml")
	assert.True(t, known)
	assert.Equal(t, want, got)

	require.NoError(t, os.WriteFile(r.path("registry/a.yaml"), []byte("annat\n"), 0o644))
	require.NoError(t, os.WriteFile(r.path("registry/b.yaml"), []byte("annat\n"), 0o644))
	changes, err := tree.ChangedOnDisk(ctx, disk)
	require.NoError(t, err)
	require.Len(t, changes, 1, "what was read of a.yaml was what is committed")
	assert.Equal(t, "b.yaml", changes[0].Path)
}
