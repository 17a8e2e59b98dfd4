package git

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// A tree of a few kilobytes can list more files than there is memory for, each
// level naming the one below many times. These are far above any registry.
const (
	maxNodes = 1_000_000
	maxPath  = 4096
)

// listing is the files and folders of a Tree by path, "." the top.
type listing map[string]*node

// list reads the names of all files in a folder of a commit.
func (r *Repository) list(ctx context.Context, commit, dir string) (listing, error) {
	files, err := r.listWith(ctx, commit, dir, "-l")
	var missing *MissingObject
	if errors.As(err, &missing) { // git tells all sizes or none
		files, err = r.listWith(ctx, commit, dir)
	}
	return files, err
}

func (r *Repository) listWith(ctx context.Context, commit, dir string, options ...string) (listing, error) {
	args := append([]string{"ls-tree", "-r", "-z", "--full-tree"}, options...)
	var files listing
	err := r.stream(ctx, func(out io.Reader) (err error) {
		files, err = parseListing(out)
		return err
	}, append(args, commit+":"+dir)...)
	return files, err
}

// parseListing reads the output of ls-tree -r -z, with or without -l.
func parseListing(r io.Reader) (listing, error) {
	files := listing{".": {name: ".", mode: fs.ModeDir | 0o555}}
	lines := nulFields(r)
	for lines.Scan() {
		if err := files.addLine(lines.Text()); err != nil {
			return nil, err
		}
		if len(files) > maxNodes {
			return nil, &TreeTooLarge{}
		}
	}
	if err := fieldsError(lines, nil); err != nil {
		return nil, err
	}
	for _, n := range files {
		slices.SortFunc(n.children, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return files, nil
}

// addLine adds what one line tells: mode, type, hash, perhaps size, a tab and the
// path.
func (l listing) addLine(line string) error {
	about, name, _ := strings.Cut(line, "\t")
	fields := strings.Fields(about)
	if len(fields) < 3 || !isHash(fields[2]) {
		return &Failed{Command: "ls-tree", Detail: "unexpected answer: " + line}
	}
	n := &node{hash: fields[2], mode: fileMode(fields[0])}
	if n.IsDir() {
		n.hash = "" // a submodule: it is of another repository
	}
	if len(fields) > 3 {
		// No number for a submodule, and for an object that is not there:
		// reading it is the error.
		n.size, _ = strconv.ParseInt(fields[3], 10, 64)
	}
	return l.add(name, n)
}

// fileMode is what git's mode is to an fs.FS.
func fileMode(mode string) fs.FileMode {
	switch mode {
	case "160000": // a submodule
		return fs.ModeDir | 0o555
	case "120000":
		return fs.ModeSymlink | 0o444
	case "100755":
		return 0o555
	}
	return 0o444
}

// add puts a node at a path, and the folders above it where they are needed.
func (l listing) add(name string, n *node) error {
	dir, base := ".", name
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		dir, base = name[:i], name[i+1:]
	}
	if base == "" || base == "." || base == ".." || l[name] != nil {
		return &BadTree{Path: name}
	}
	parent := l[dir]
	if parent == nil {
		parent = &node{mode: fs.ModeDir | 0o555}
		if err := l.add(dir, parent); err != nil {
			return err
		}
	}
	if !parent.IsDir() {
		return &BadTree{Path: name}
	}
	n.name = base
	l[name] = n
	parent.children = append(parent.children, n)
	return nil
}

// splitNUL is a bufio.SplitFunc for what git writes with -z.
func splitNUL(data []byte, atEOF bool) (int, []byte, error) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF && len(data) > 0 {
		return 0, nil, io.ErrUnexpectedEOF
	}
	return 0, nil, nil
}

// cleanFolder is dir as git wants it behind the colon, false if no tree can
// have it.
func cleanFolder(dir string) (string, bool) {
	if dir == "" || dir == "." {
		return "", true
	}
	return dir, fs.ValidPath(dir)
}

// unlisted tells why a folder could not be listed.
func (r *Repository) unlisted(ctx context.Context, commit, dir string, err error) error {
	var failed *Failed
	if !errors.As(err, &failed) || failed.exit != 128 {
		return err
	}
	if _, err := r.Resolve(ctx, commit); err != nil {
		return err
	}
	var missing *MissingObject
	hash, parseErr := r.output(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", commit+":"+dir)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if errors.As(parseErr, &missing) {
		return missing
	}
	if parseErr != nil {
		return &NoFolder{Dir: dir, Commit: commit}
	}
	kind, kindErr := r.output(ctx, "cat-file", "-t", chomp(hash))
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case kindErr == nil && chomp(kind) == "blob":
		return &NoFolder{Dir: dir, Commit: commit, IsFile: true}
	case kindErr != nil && strings.Contains(failed.Detail, "Not a valid object name"):
		return &MissingObject{Hash: chomp(hash)}
	}
	return err
}
