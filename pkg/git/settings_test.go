package git_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/git"
)

func TestSetting(t *testing.T) {
	r := newRepo(t)
	repo, err := git.Find(context.Background(), r.dir)
	require.NoError(t, err)
	_, ok, err := repo.Setting(context.Background(), "diff.vis.command")
	require.NoError(t, err)
	assert.False(t, ok)
	r.git("config", "diff.vis.command", "vis git-diff-driver")
	value, ok, err := repo.Setting(context.Background(), "diff.vis.command")
	require.NoError(t, err)
	assert.True(t, ok)
	assert.Equal(t, "vis git-diff-driver", value)
	_, ok, err = repo.Setting(context.Background(), "--list")
	require.NoError(t, err)
	assert.False(t, ok, "a key is never taken for an option")
}

func TestDiffDriver(t *testing.T) {
	r := newRepo(t)
	require.NoError(t, os.Mkdir(filepath.Join(r.dir, "registry"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(r.dir, "registry", ".gitattributes"), []byte("*.yaml diff=vis\n*.txt diff\n*.bin -diff\n"), 0o644))
	repo, err := git.Find(context.Background(), filepath.Join(r.dir, "registry"))
	require.NoError(t, err)
	for file, want := range map[string]string{"registry/vis.yaml": "vis", "registry/a/å.yaml": "vis", "vis.yaml": "", "registry/a.txt": "", "registry/a.bin": ""} {
		driver, err := repo.DiffDriver(context.Background(), file)
		require.NoError(t, err)
		assert.Equal(t, want, driver, file)
	}
	bare := newRepo(t, "--bare")
	repo, err = git.Find(context.Background(), bare.dir)
	require.NoError(t, err)
	driver, err := repo.DiffDriver(context.Background(), "registry/vis.yaml")
	require.NoError(t, err)
	assert.Empty(t, driver)
}
