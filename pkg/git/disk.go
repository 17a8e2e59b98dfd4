package git

import (
	"context"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Hasher is an fs.FS that knows git's name for the contents of its files: equal
// hashes, equal contents. A Tree does without reading them; a file system on disk
// may, through a cache that trusts size and times.
type Hasher interface {
	fs.FS
	Hash(name string) (hash string, ok bool)
}

var _ Hasher = (*Tree)(nil)

// ChangedOnDisk gives the files that differ between the tree (old) and its folder
// in the work tree (new), sorted by path. disk is that folder; whoever reads the
// files from there compares with what is read.
//
// Every file on disk counts, also one that git ignores or does not know, and only
// its bytes do. No setting, attribute or filter of git's is applied: a file that
// is checked out with CRLF, or through a filter, differs from what was committed,
// whatever git status says. Nor does git's index decide, since git would have to
// run filters to answer for it. So each file is read, on all processors, unless
// disk is a Hasher that knows its hash. Whether a file can be run is not compared.
// What is called .git is passed over.
//
// A symbolic link is compared by where it points. What is neither file, folder
// nor link, and a file that cannot be read or changes while it is, differs and
// has no hash.
//
// Errors: *SparseCheckout, *TreeTooLarge, *Failed, and *fs.PathError for a folder
// that cannot be listed.
func (t *Tree) ChangedOnDisk(ctx context.Context, disk fs.FS) ([]Change, error) {
	found, err := walk(ctx, disk)
	if err != nil {
		return nil, err
	}
	paths := slices.Sorted(maps.Keys(found))
	blobs := make([]Blob, len(paths))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(len(paths), runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(paths) && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				blobs[i] = t.blobOnDisk(ctx, disk, paths[i], found[paths[i]])
			}
		})
	}
	workers.Wait()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}

	var changes []Change
	for i, path := range paths {
		old := t.blob(path)
		if !old.Exists() || old.Hash != blobs[i].Hash || old.Mode.Type() != blobs[i].Mode.Type() {
			changes = append(changes, Change{Path: path, Old: old, New: blobs[i]})
		}
	}
	removed := map[string]bool{}
	for path := range t.files {
		if _, there := found[path]; !there && t.blob(path).Exists() {
			changes = append(changes, Change{Path: path, Old: t.blob(path)})
			removed[path] = true
		}
	}
	if err := t.notLeftOut(ctx, removed); err != nil {
		return nil, err
	}
	slices.SortFunc(changes, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return changes, nil
}

// blob is what stands at a path of the tree.
func (t *Tree) blob(path string) Blob {
	if n := t.files[path]; n != nil && !n.IsDir() {
		return Blob{Hash: n.hash, Mode: n.mode}
	}
	return Blob{}
}

// walk finds what is on disk that is no folder, and of what sort it is.
func walk(ctx context.Context, disk fs.FS) (map[string]fs.FileMode, error) {
	found := map[string]fs.FileMode{}
	err := fs.WalkDir(disk, ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case errors.Is(err, fs.ErrNotExist) && path != ".":
			return nil // it was removed just now
		case err != nil:
			return err
		case strings.EqualFold(d.Name(), ".git") && d.IsDir():
			return fs.SkipDir
		case strings.EqualFold(d.Name(), ".git"), d.IsDir():
			return nil
		}
		if found[path] = d.Type(); len(found) > maxNodes {
			return &TreeTooLarge{}
		}
		return nil
	})
	return found, err
}

// blobOnDisk is what stands at a path on disk.
func (t *Tree) blobOnDisk(ctx context.Context, disk fs.FS, path string, sort fs.FileMode) Blob {
	b := Blob{Mode: sort | 0o444}
	switch {
	case sort == fs.ModeSymlink:
		if target, err := fs.ReadLink(disk, path); err == nil {
			b.Hash = blobHash([]byte(filepath.ToSlash(target)), t.digits)
		}
	case sort.IsRegular():
		if h, ok := disk.(Hasher); ok {
			if known, ok := h.Hash(path); ok && len(known) == t.digits {
				b.Hash = known
				return b
			}
		}
		b.Hash, _ = hashFile(ctx, disk, path, t.digits) // an error is a file that differs
	}
	return b
}

var errChanging = errors.New("the file changed while it was read")

// hashFile is git's name for the contents of a file, which may be of any size.
func hashFile(ctx context.Context, disk fs.FS, path string, digits int) (string, error) {
	f, err := disk.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", errChanging
	}
	sum := newBlobHash(info.Size(), digits)
	n, err := io.Copy(sum, io.LimitReader(until{ctx, f}, info.Size()+1))
	if err != nil {
		return "", err
	}
	if n != info.Size() {
		return "", errChanging
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// until reads until the context ends.
type until struct {
	ctx context.Context
	r   io.Reader
}

func (u until) Read(p []byte) (int, error) {
	if u.ctx.Err() != nil {
		return 0, context.Cause(u.ctx)
	}
	return u.r.Read(p)
}

// notLeftOut is an error if files that are not on disk were left out by a sparse
// checkout.
func (t *Tree) notLeftOut(ctx context.Context, removed map[string]bool) error {
	r := t.blobs.repo
	if len(removed) == 0 || r.top == "" {
		return nil
	}
	args := append([]string{"ls-files", "-z", "-t", "--full-name"}, pathspec(t.dir)...)
	return r.stream(ctx, func(out io.Reader) error {
		lines := nulFields(out)
		for lines.Scan() {
			tag, path, ok := strings.Cut(lines.Text(), " ")
			if !ok {
				return &Failed{Command: "ls-files", Detail: "unexpected answer: " + lines.Text()}
			}
			if name, ok := below(path, t.dir); ok && tag == "S" && removed[name] {
				return &SparseCheckout{Path: path}
			}
		}
		return fieldsError(lines, nil)
	}, args...)
}
