package git

import (
	"encoding/hex"
	"hash"
	"io"
	"io/fs"
	"sync"
)

// hashing keeps git's name for each file that was read to its end.
type hashing struct {
	fs.FS
	mu    sync.Mutex
	known map[string]string
}

// Hashing is a file system that knows git's names for the contents of the files
// that have been read through it, as they were when they were read: what
// Tree.ChangedOnDisk compares with need not be read again. They are those of a
// repository of SHA-1, which nearly all are; for another it knows none.
func Hashing(fsys fs.FS) Hasher { return &hashing{FS: fsys, known: map[string]string{}} }

func (h *hashing) Hash(name string) (string, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	hash, ok := h.known[name]
	return hash, ok
}

func (h *hashing) Open(name string) (fs.File, error) {
	f, err := h.FS.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return f, nil
	}
	return &hashedFile{File: f, of: h, name: name, left: info.Size(), sum: newBlobHash(info.Size(), 40)}, nil
}

func (h *hashing) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(h.FS, name) }
func (h *hashing) Stat(name string) (fs.FileInfo, error)      { return fs.Stat(h.FS, name) }
func (h *hashing) Lstat(name string) (fs.FileInfo, error)     { return fs.Lstat(h.FS, name) }
func (h *hashing) ReadLink(name string) (string, error)       { return fs.ReadLink(h.FS, name) }

// hashedFile is a regular file that is read from its beginning.
type hashedFile struct {
	fs.File
	of   *hashing
	name string
	left int64 // of the size that it had when it was opened
	sum  hash.Hash
}

func (f *hashedFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	f.sum.Write(p[:n])
	f.left -= int64(n)
	if err == io.EOF {
		f.of.mu.Lock()
		defer f.of.mu.Unlock()
		if f.left == 0 {
			f.of.known[f.name] = hex.EncodeToString(f.sum.Sum(nil))
		} else {
			delete(f.of.known, f.name) // it changed while it was read
		}
	}
	return n, err
}
