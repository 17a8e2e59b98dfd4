package git

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
)

var (
	errIsFolder  = errors.New("is a folder, expected a file")
	errNotFolder = errors.New("is not a folder")
)

// openFile is a file or symbolic link that has been opened.
type openFile struct {
	tree   *Tree
	node   *node
	path   string
	data   *bytes.Reader // nil until the first Read
	closed bool
}

func (f *openFile) Stat() (fs.FileInfo, error) {
	if f.closed {
		return nil, &fs.PathError{Op: "stat", Path: f.path, Err: fs.ErrClosed}
	}
	return f.node, nil
}

func (f *openFile) Read(p []byte) (int, error) {
	if f.closed {
		return 0, &fs.PathError{Op: "read", Path: f.path, Err: fs.ErrClosed}
	}
	if f.data == nil {
		data, err := f.tree.read(f.path, f.node)
		if err != nil {
			return 0, err
		}
		f.data = bytes.NewReader(data)
	}
	return f.data.Read(p)
}

func (f *openFile) Close() error {
	if f.closed {
		return &fs.PathError{Op: "close", Path: f.path, Err: fs.ErrClosed}
	}
	f.closed, f.data = true, nil
	return nil
}

// openFolder is a folder that has been opened.
type openFolder struct {
	node   *node
	path   string
	listed int
	closed bool
}

func (f *openFolder) Stat() (fs.FileInfo, error) {
	if f.closed {
		return nil, &fs.PathError{Op: "stat", Path: f.path, Err: fs.ErrClosed}
	}
	return f.node, nil
}

func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.path, Err: errIsFolder}
}

func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if f.closed {
		return nil, &fs.PathError{Op: "readdir", Path: f.path, Err: fs.ErrClosed}
	}
	rest := f.node.children[f.listed:]
	if n > 0 {
		if len(rest) == 0 {
			return nil, io.EOF
		}
		rest = rest[:min(n, len(rest))]
	}
	f.listed += len(rest)
	return append([]fs.DirEntry{}, rest...), nil
}

func (f *openFolder) Close() error {
	if f.closed {
		return &fs.PathError{Op: "close", Path: f.path, Err: fs.ErrClosed}
	}
	f.closed = true
	return nil
}
