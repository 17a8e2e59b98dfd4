package git

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
)

// Commit is one step in the history of a file.
type Commit struct {
	Hash    string
	Parents []string // full hashes, the main line first; none for the first commit

	// Author and Subject are as they were written, whatever that is: control
	// characters, bytes that are not UTF-8. Neither holds a line break or more
	// than 4 KiB. Who shows them makes them safe.
	Author  string
	Subject string

	// Authored and Committed are zero where the commit tells no date that can be.
	Authored  time.Time
	Committed time.Time

	// Change is what became of the file since the first parent. Its paths are
	// from the top of the repository.
	Change Change

	// Shallow says that the history goes on before this commit, but not in this
	// clone. Whether this commit changed the file cannot be told: Change.Old is
	// zero. Git fetch --unshallow gets the rest.
	Shallow bool
}

// logFields is how many fields logFormat has.
const logFields = 6

const logFormat = "--format=tformat:%H%x00%P%x00%an%x00%ad%x00%cd%x00%s"

// logSettings override what the configuration may say of a log.
var logSettings = []string{
	"-c", "log.showRoot=true",
	"-c", "log.diffMerges=first-parent", // what -m means
	"-c", "diff.renameLimit=1000",
	"-c", "diff.orderFile=" + os.DevNull,
}

// Log gives the commits that changed the file at path, newest first, as seen from
// a commit, given by full hash. path is a slash path from the top of the
// repository, at that commit or, if the file was removed, before. No more than
// limit are given, unless that is 0. None is no error.
//
// The history is the main line, the first parent of each commit: what the branch
// held from time to time. What was done on a branch that was merged is one step,
// the merge; Log from its second parent tells of the steps on that branch. So the
// Change of each commit begins where that of the next one ends.
//
// A file is followed through renames, as git guesses them: a file that is new in a
// commit where one at least half like it was removed.
//
// Errors: *UnknownRevision, *MissingObject, which in a partial clone may be any
// file that was renamed, *TreeTooLarge, *Failed.
func (r *Repository) Log(ctx context.Context, commit, path string, limit int) ([]Commit, error) {
	if !isHash(commit) {
		return nil, fmt.Errorf("git: Log wants the full hash of a commit, got %s", quote(commit))
	}
	if !possible(path) || strings.ContainsRune(path, 0) {
		return nil, nil // no file has ever been there
	}
	args := append([]string{}, logSettings...)
	args = append(args, "log", "-z", "--raw", "--no-abbrev", "--follow", "-M", "--first-parent", "-m",
		"--no-relative", "--date=raw", "--encoding=UTF-8", "--no-color", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-mailmap", "--no-notes", "--no-decorate", logFormat)
	if limit > 0 {
		args = append(args, "--max-count="+strconv.Itoa(limit))
	}
	args = append(append(args, commit), pathspec(path)...)
	var commits []Commit
	err := r.stream(ctx, func(out io.Reader) (err error) {
		commits, err = parseLog(out, path)
		return err
	}, args...)
	if err != nil {
		return nil, r.unread(ctx, err, commit)
	}
	if n := len(commits); n > 0 && r.shallow && len(commits[n-1].Parents) == 0 {
		if commits[n-1].Shallow, err = r.hasParent(ctx, commits[n-1].Hash); err != nil {
			return nil, err
		}
	}
	return commits, nil
}

// parseLog reads the output of log -z --raw with logFormat: the fields of a
// commit, then of each file two or three, the first after a line break.
func parseLog(out io.Reader, path string) ([]Commit, error) {
	var commits []Commit
	in := bufio.NewReaderSize(out, 64<<10)
	for {
		first, err := field(in)
		if err != nil && err != io.EOF {
			return nil, err
		}
		if about, ok := strings.CutPrefix(strings.TrimPrefix(first, "\n"), ":"); ok {
			change, err := parseLogChange(in, ":"+about)
			if err != nil {
				return nil, err
			}
			// Of a folder git tells more: it has no history here.
			if n := len(commits); n > 0 && change.Path == path && commits[n-1].Change.Path == "" {
				commits[n-1].Change = change
				if change.OldPath != "" {
					path = change.OldPath
				}
			}
			continue
		}
		if n := len(commits); n > 0 && commits[n-1].Change.Path == "" {
			commits = commits[:n-1]
		}
		if err == io.EOF {
			return commits, nil
		}
		c, err := parseCommit(in, first)
		if err != nil {
			return nil, err
		}
		commits = append(commits, c)
	}
}

func parseCommit(in *bufio.Reader, hash string) (Commit, error) {
	fields := [logFields]string{hash}
	for i := 1; i < logFields; i++ {
		var err error
		if fields[i], err = field(in); err != nil {
			return Commit{}, cut(err)
		}
	}
	parents := strings.Fields(fields[1])
	for _, h := range append(parents, hash) {
		if !isHash(h) {
			return Commit{}, &Failed{Command: "log", Detail: "unexpected answer: " + h}
		}
	}
	return Commit{Hash: hash, Parents: parents, Author: fields[2], Authored: rawDate(fields[3]), Committed: rawDate(fields[4]), Subject: fields[5]}, nil
}

func parseLogChange(in *bufio.Reader, about string) (Change, error) {
	old, now, status, ok := parseRaw(about)
	if !ok {
		return Change{}, &Failed{Command: "log", Detail: "unexpected answer: " + about}
	}
	c := Change{Old: old, New: now}
	var err error
	if status == 'R' || status == 'C' {
		if c.OldPath, err = pathField(in); err != nil {
			return Change{}, err
		}
	}
	c.Path, err = pathField(in)
	return c, err
}

// longest is how much of a field is kept: a subject may be of any length.
const longest = maxPath

// field reads up to the next NUL. io.EOF says that there is nothing more.
func field(in *bufio.Reader) (string, error) {
	var kept []byte
	for read := 0; ; {
		part, err := in.ReadSlice(0)
		read += len(part)
		if err == nil {
			part = part[:len(part)-1]
		}
		kept = append(kept, part[:min(len(part), longest+1-len(kept))]...)
		switch {
		case err == bufio.ErrBufferFull:
		case err == io.EOF && read > 0:
			return "", io.ErrUnexpectedEOF
		case err != nil:
			return "", err
		default:
			return string(kept[:min(len(kept), longest)]), nil
		}
	}
}

// pathField reads a path, which is of no use unless it is whole.
func pathField(in *bufio.Reader) (string, error) {
	path, err := field(in)
	if err == nil && len(path) == longest {
		err = &TreeTooLarge{}
	}
	return path, cut(err)
}

// cut is the error of reading what must be there.
func cut(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// rawDate reads "1700000000 +0100", the zero time if it is outside the years 1 to
// 9998.
func rawDate(raw string) time.Time {
	seconds, zone, _ := strings.Cut(raw, " ")
	s, err := strconv.ParseInt(seconds, 10, 64)
	t := time.Unix(s, 0).UTC()
	if err != nil || t.Year() < 1 || t.Year() > 9998 {
		return time.Time{}
	}
	if len(zone) != 5 || (zone[0] != '+' && zone[0] != '-') {
		return t
	}
	hours, err1 := strconv.ParseUint(zone[1:3], 10, 8)
	minutes, err2 := strconv.ParseUint(zone[3:], 10, 8)
	if err1 != nil || err2 != nil || hours > 23 || minutes > 59 {
		return t
	}
	east := int(hours*60+minutes) * 60
	if zone[0] == '-' {
		east = -east
	}
	return t.In(time.FixedZone("", east))
}

// hasParent reports whether a commit was made with a parent, even if this clone
// left it out.
func (r *Repository) hasParent(ctx context.Context, commit string) (has bool, err error) {
	errEnough := errors.New("enough was read")
	err = r.stream(ctx, func(out io.Reader) error {
		lines := bufio.NewReader(io.LimitReader(out, 1024))
		_, _ = lines.ReadString('\n') // the tree
		line, _ := lines.ReadString('\n')
		has = strings.HasPrefix(line, "parent ")
		return errEnough
	}, "cat-file", "commit", commit)
	if errors.Is(err, errEnough) {
		err = nil
	}
	return has, err
}
