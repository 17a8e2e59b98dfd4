package git

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// Blob is what stands at a path: a regular file or a symbolic link. The zero
// Blob is nothing.
type Blob struct {
	Hash string      // git's name for the contents, or for where the link points
	Mode fs.FileMode // as in a Tree
}

// Exists reports whether there is anything at the path.
func (b Blob) Exists() bool { return b != Blob{} }

// Change is a path where two trees differ.
type Change struct {
	Path    string
	OldPath string // before a rename, "" if there was none
	Old     Blob   // zero if it was added
	New     Blob   // zero if it was removed
}

// Changed gives the files below the folder dir ("" is the top) that differ
// between two commits, given by full hash, from the one to the other. They are
// sorted by path, which is relative to dir. A rename is one file that was removed
// and one that was added. A folder that a commit lacks is an empty one, and so is
// a submodule.
//
// Folders that are the same are not looked into, and no file is read, so the cost
// follows the size of the change.
//
// Errors: *NoFolder for what can be no folder at all, *UnknownRevision, *BadTree,
// *TreeTooLarge, *MissingObject, *Failed.
func (r *Repository) Changed(ctx context.Context, from, to, dir string) ([]Change, error) {
	for _, commit := range []string{from, to} {
		if !isHash(commit) {
			return nil, fmt.Errorf("git: Changed wants the full hash of a commit, got %s", quote(commit))
		}
	}
	folder, ok := cleanFolder(dir)
	if !ok {
		return nil, &NoFolder{Dir: dir, Commit: to}
	}
	if from == to {
		return nil, nil
	}
	args := append([]string{"diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--no-relative", "--no-ext-diff", "--ignore-submodules=none", from, to}, pathspec(folder)...)
	var changes []Change
	err := r.stream(ctx, func(out io.Reader) (err error) {
		changes, err = parseChanges(out, folder)
		return err
	}, args...)
	if err != nil {
		return nil, r.unread(ctx, err, from, to)
	}
	return changes, nil
}

// pathspec limits a command to a path from the top, whatever signs are in it
// and wherever git believes that the work tree is.
func pathspec(path string) []string {
	if path == "" {
		return []string{"--"}
	}
	return []string{"--", ":(top,literal)" + path}
}

// parseChanges reads the output of diff-tree -z --raw --no-renames.
func parseChanges(out io.Reader, folder string) ([]Change, error) {
	var changes []Change
	seen := map[string]bool{}
	lines := nulFields(out)
	for lines.Scan() {
		about := lines.Text()
		old, now, status, ok := parseRaw(about)
		if !ok || status == 'R' || status == 'C' {
			return nil, &Failed{Command: "diff-tree", Detail: "unexpected answer: " + about}
		}
		if !lines.Scan() {
			return nil, fieldsError(lines, io.ErrUnexpectedEOF)
		}
		path := lines.Text()
		if seen[path] || !possible(path) {
			return nil, &BadTree{Path: path}
		}
		if seen[path] = true; len(seen) > maxNodes {
			return nil, &TreeTooLarge{}
		}
		path, below := below(path, folder)
		if below && (old.Exists() || now.Exists()) {
			changes = append(changes, Change{Path: path, Old: old, New: now})
		}
	}
	slices.SortFunc(changes, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return changes, fieldsError(lines, nil)
}

// parseRaw reads ":100644 100755 hash hash M", as --raw has it before the path.
func parseRaw(about string) (old, now Blob, status byte, ok bool) {
	fields := strings.Fields(strings.TrimPrefix(about, ":"))
	if len(fields) != 5 || !strings.HasPrefix(about, ":") || !isHash(fields[2]) || !isHash(fields[3]) {
		return Blob{}, Blob{}, 0, false
	}
	return blob(fields[0], fields[2]), blob(fields[1], fields[3]), fields[4][0], true
}

func blob(mode, hash string) Blob {
	if m := fileMode(mode); mode != "000000" && !m.IsDir() {
		return Blob{Hash: hash, Mode: m}
	}
	return Blob{} // nothing, or a submodule
}

// below is a path from the top of the repository as seen from a folder.
func below(path, folder string) (string, bool) {
	if folder == "" {
		return path, true
	}
	return strings.CutPrefix(path, folder+"/")
}

// possible reports whether a folder can hold a path.
func possible(path string) bool {
	for name := range strings.SplitSeq(path, "/") {
		if name == "" || name == "." || name == ".." {
			return false
		}
	}
	return true
}

// nulFields reads what git writes with -z.
func nulFields(out io.Reader) *bufio.Scanner {
	fields := bufio.NewScanner(out)
	fields.Buffer(nil, maxPath+128)
	fields.Split(splitNUL)
	return fields
}

// fieldsError is what ended the reading of fields, otherwise what it is given.
func fieldsError(fields *bufio.Scanner, otherwise error) error {
	switch {
	case errors.Is(fields.Err(), bufio.ErrTooLong):
		return &TreeTooLarge{}
	case fields.Err() != nil:
		return fields.Err()
	}
	return otherwise
}
