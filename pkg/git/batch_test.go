package git_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/git"
)

func TestReadConcurrently(t *testing.T) {
	r := newRepo(t)
	content := numbered(2000)
	r.commit("main", content)
	tree := r.tree("HEAD", "")
	var wg sync.WaitGroup
	for name, want := range content {
		wg.Go(func() {
			data, err := tree.ReadFile(name)
			if assert.NoError(t, err) {
				assert.Equal(t, want, string(data), name)
			}
		})
	}
	wg.Wait()
	require.NoError(t, tree.Close())
}

func TestReadAfterClose(t *testing.T) {
	r := newRepo(t)
	r.commit("main", files{"a": "1"})
	for _, read := range []bool{true, false} {
		tree := r.tree("HEAD", "")
		if read {
			_, err := tree.ReadFile("a")
			require.NoError(t, err)
		}
		require.NoError(t, tree.Close())
		require.NoError(t, tree.Close())
		_, err := tree.ReadFile("a")
		assert.ErrorIs(t, err, fs.ErrClosed)
	}
}

func TestCloseDuringReads(t *testing.T) {
	r := newRepo(t)
	content := numbered(300)
	r.commit("main", content)
	tree := r.tree("HEAD", "")
	var wg sync.WaitGroup
	for name, want := range content {
		wg.Go(func() {
			data, err := tree.ReadFile(name)
			if err == nil {
				assert.Equal(t, want, string(data))
			} else {
				assert.ErrorIs(t, err, fs.ErrClosed)
			}
		})
	}
	require.NoError(t, tree.Close())
	wg.Wait()
}

func TestCancelDuringReads(t *testing.T) {
	r := newRepo(t)
	content := numbered(300)
	head := r.commit("main", content)
	cancellable, cancel := context.WithCancelCause(ctx)
	tree, err := r.find().Tree(cancellable, head, "")
	require.NoError(t, err)
	reason := errors.New("avbrutet")
	var wg sync.WaitGroup
	for name := range content {
		wg.Go(func() {
			if _, err := tree.ReadFile(name); err != nil {
				assert.ErrorIs(t, err, reason)
			}
		})
	}
	time.Sleep(time.Millisecond)
	cancel(reason)
	wg.Wait()
	_, err = tree.ReadFile("register/mapp-00/å-00000.yaml")
	assert.ErrorIs(t, err, reason)
	require.NoError(t, tree.Close())
}

// A damaged file is one error, and the others are read.
func TestReadDamaged(t *testing.T) {
	r := newRepo(t)
	content := numbered(200)
	r.commit("main", content)
	const name = "register/mapp-07/å-00007.yaml"
	r.git("config", "core.compression", "0")
	hash := r.git("rev-parse", "HEAD:"+name)
	r.unpack()
	path := r.path(".git/objects", hash[:2], hash[2:])
	object, err := os.ReadFile(path)
	require.NoError(t, err)
	for i := 20; i < len(object); i++ {
		object[i] ^= 0x55
	}
	require.NoError(t, os.Chmod(path, 0o644))
	require.NoError(t, os.WriteFile(path, object, 0o644))

	tree := r.tree("HEAD", "")
	var wg sync.WaitGroup
	for file, want := range content {
		wg.Go(func() {
			data, err := tree.ReadFile(file)
			if file == name {
				assert.Equal(t, hash, as[*git.DamagedObject](t, err).Hash)
			} else if assert.NoError(t, err) {
				assert.Equal(t, want, string(data))
			}
		})
	}
	wg.Wait()
}

// unpack makes each object a file of its own.
func (r *repo) unpack() {
	r.t.Helper()
	packs, err := fs.Glob(os.DirFS(r.dir), ".git/objects/pack/*.pack")
	require.NoError(r.t, err)
	for _, name := range packs {
		data, err := os.ReadFile(r.path(name))
		require.NoError(r.t, err)
		require.NoError(r.t, os.Remove(r.path(name)))
		_, err = r.try(string(data), "unpack-objects", "-q")
		require.NoError(r.t, err)
	}
}

func BenchmarkReadTree(b *testing.B) {
	r := newRepo(b)
	content := numbered(5000)
	head := r.commit("main", content)
	found := r.find()
	for b.Loop() {
		tree, err := found.Tree(ctx, head, "register")
		require.NoError(b, err)
		var names []string
		require.NoError(b, fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
			if !d.IsDir() {
				names = append(names, path)
			}
			return err
		}))
		work := make(chan string)
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for name := range work {
					if _, err := tree.ReadFile(name); err != nil {
						b.Error(err)
					}
				}
			})
		}
		for _, name := range names {
			work <- name
		}
		close(work)
		wg.Wait()
		require.NoError(b, tree.Close())
	}
}
