package git

import (
	"io/fs"
	"time"
)

// node is a file, folder or symbolic link of a Tree. It is its own fs.FileInfo
// and fs.DirEntry.
type node struct {
	name     string
	mode     fs.FileMode
	size     int64
	hash     string // of a file or link
	children []fs.DirEntry
}

func (n *node) Name() string               { return n.name }
func (n *node) Mode() fs.FileMode          { return n.mode }
func (n *node) Type() fs.FileMode          { return n.mode.Type() }
func (n *node) IsDir() bool                { return n.mode.IsDir() }
func (n *node) Size() int64                { return n.size }
func (n *node) ModTime() time.Time         { return time.Time{} }
func (n *node) Sys() any                   { return nil }
func (n *node) Info() (fs.FileInfo, error) { return n, nil }
func (n *node) String() string             { return fs.FormatFileInfo(n) }
