package git

import (
	"context"
	"fmt"
	"io/fs"
)

// MaxFileSize is the size in bytes of the largest file that a Tree reads.
const MaxFileSize = 512 << 20

// Tree is a folder as it was at a commit: an fs.FS that never changes and that
// any number of goroutines may read at once. Close it when it is no longer
// needed.
//
// A symbolic link is listed as one and never followed, so nothing outside the
// folder can be read through it: Stat is Lstat, and reading one fails with
// *SymlinkNotFollowed. A submodule is an empty folder. As with os.DirFS, a name
// that is not UTF-8 is listed but cannot be opened (fs.ErrInvalid). There are no
// times. The size of a file whose contents are not in this clone is 0, and in a
// partial clone that lacks one of the files so are the others.
type Tree struct {
	files  listing
	blobs  *batch
	dir    string // from the top of the repository, "" the top
	digits int    // of a hash
}

var (
	_ fs.ReadDirFS  = (*Tree)(nil)
	_ fs.ReadFileFS = (*Tree)(nil)
	_ fs.StatFS     = (*Tree)(nil)
	_ fs.ReadLinkFS = (*Tree)(nil)
)

// Tree gives the folder dir, a slash path from the top of the repository ("" is
// the top), as it was at a commit: the full hash that Resolve or MergeBase gave.
// When ctx ends, so does the tree.
//
// The names are read at once. Contents are read when asked for, through one git
// that is started by the first read. At most a few dozen files are held at a
// time, apart from those the callers keep.
//
// Errors: *NoFolder, *UnknownRevision, *BadTree, *TreeTooLarge, *MissingObject,
// *Failed. Reading a file gives a *fs.PathError, which may hold *MissingObject,
// *DamagedObject, *FileTooLarge or *SymlinkNotFollowed.
func (r *Repository) Tree(ctx context.Context, commit, dir string) (*Tree, error) {
	if !isHash(commit) {
		return nil, fmt.Errorf("git: Tree wants the full hash of a commit, got %s", quote(commit))
	}
	folder, ok := cleanFolder(dir)
	if !ok {
		return nil, &NoFolder{Dir: dir, Commit: commit}
	}
	files, err := r.list(ctx, commit, folder)
	if err != nil {
		return nil, r.unlisted(ctx, commit, folder, err)
	}
	return &Tree{files: files, blobs: newBatch(ctx, r), dir: folder, digits: len(commit)}, nil
}

// Close ends the git that reads for the tree. Reads under way are finished,
// later ones fail with fs.ErrClosed. It may be called more than once.
func (t *Tree) Close() error {
	t.blobs.close()
	return nil
}

// Hash is git's name for the contents of the file at a path: equal hashes,
// equal contents. Nothing is read. It is false for what is not a regular file.
func (t *Tree) Hash(name string) (string, bool) {
	n := t.files[name]
	if n == nil || !n.mode.IsRegular() {
		return "", false
	}
	return n.hash, true
}

// HashOf is what Hash would be for a file with these contents, so that what is
// known of contents can be kept under one name, wherever they are read.
func (t *Tree) HashOf(data []byte) string { return blobHash(data, t.digits) }

// Open opens a file, folder or symbolic link. Contents are read by the first
// Read.
func (t *Tree) Open(name string) (fs.File, error) {
	n, err := t.find("open", name)
	if err != nil {
		return nil, err
	}
	if n.IsDir() {
		return &openFolder{node: n, path: name}, nil
	}
	return &openFile{tree: t, node: n, path: name}, nil
}

// Stat describes a file, a folder, or a symbolic link itself.
func (t *Tree) Stat(name string) (fs.FileInfo, error) {
	n, err := t.find("stat", name)
	if err != nil {
		return nil, err
	}
	return n, nil
}

// Lstat is Stat.
func (t *Tree) Lstat(name string) (fs.FileInfo, error) { return t.Stat(name) }

// ReadDir lists a folder, sorted by name.
func (t *Tree) ReadDir(name string) ([]fs.DirEntry, error) {
	n, err := t.find("readdir", name)
	if err != nil {
		return nil, err
	}
	if !n.IsDir() {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: errNotFolder}
	}
	return append([]fs.DirEntry{}, n.children...), nil
}

// ReadFile reads a file. The bytes are the caller's.
func (t *Tree) ReadFile(name string) ([]byte, error) {
	n, err := t.find("read", name)
	if err != nil {
		return nil, err
	}
	return t.read(name, n)
}

// ReadLink is where a symbolic link points, whether or not there is anything.
func (t *Tree) ReadLink(name string) (string, error) {
	n, err := t.find("readlink", name)
	if err != nil {
		return "", err
	}
	if n.Type() != fs.ModeSymlink {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
	}
	target, err := t.contents(n)
	if err != nil {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: err}
	}
	return string(target), nil
}

func (t *Tree) find(op, name string) (*node, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	n := t.files[name]
	if n == nil {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	return n, nil
}

// read gives the contents of a regular file.
func (t *Tree) read(name string, n *node) ([]byte, error) {
	var err error
	switch {
	case n.IsDir():
		err = errIsFolder
	case !n.mode.IsRegular():
		err = &SymlinkNotFollowed{}
	default:
		var data []byte
		if data, err = t.contents(n); err == nil {
			return data, nil
		}
	}
	return nil, &fs.PathError{Op: "read", Path: name, Err: err}
}

func (t *Tree) contents(n *node) ([]byte, error) {
	if n.size > MaxFileSize {
		return nil, &FileTooLarge{Size: n.size}
	}
	return t.blobs.read(n.hash)
}
