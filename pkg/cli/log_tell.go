package cli

import (
	"bytes"
	"context"
	"io/fs"
	"strings"
	"time"

	"github.com/vis-samverkan/vis/pkg/git"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
)

// teller tells what each commit changed in one record. Of the repository it
// reads only the versions of that record's file.
type teller struct {
	*app
	o      *opened
	repo   *git.Repository
	prefix string // of the registry, from the top of the repository
	file   string // relative to the registry
	blobs  *git.Blobs
	read   map[string]version // by path and hash
}

// version is one version of the file. It is not ok where it cannot be read.
type version struct {
	record any
	ok     bool
}

// commits are the commits that changed a file, through the renames that git sees
// and those that the record itself tells of.
func (t *teller) commits(ctx context.Context, head, file string, limit int) ([]git.Commit, error) {
	all, err := t.repo.Log(ctx, head, file, limit)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{file: true}
	for len(all) > 0 && (limit == 0 || len(all) < limit) {
		first := &all[len(all)-1]
		if first.Shallow || first.Change.Old.Exists() || len(first.Parents) == 0 {
			break
		}
		older, err := t.before(ctx, first, seen, limit)
		if err != nil {
			return nil, err
		}
		if len(older) == 0 {
			break
		}
		first.Change.Old, first.Change.OldPath = older[0].Change.New, older[0].Change.Path
		all = append(all, older...)
	}
	if limit > 0 && len(all) > limit {
		all = all[:limit]
	}
	return all, nil
}

// before is the history of the file that a commit removed, where the one that it
// added in its place says that it is the same record.
func (t *teller) before(ctx context.Context, c *git.Commit, seen map[string]bool, limit int) ([]git.Commit, error) {
	v, err := t.version(c.Change.Path, c.Change.New)
	if err != nil {
		return nil, err
	}
	rec, ok := v.record.(model.Record)
	if !ok {
		return nil, nil
	}
	for _, id := range rec.Base().Previously.All() {
		former := strings.TrimSuffix(c.Change.Path, rec.Base().Ref.ID+".yaml") + id + ".yaml"
		if seen[former] || !model.IsID(id) {
			continue
		}
		seen[former] = true
		older, err := t.repo.Log(ctx, c.Parents[0], former, limit)
		if err != nil || len(older) > 0 && older[0].Change.New.Exists() {
			return older, err
		}
	}
	return nil, nil
}

// version reads what stood at a path from the top of the repository.
func (t *teller) version(name string, b git.Blob) (version, error) {
	if !b.Exists() {
		return version{nil, true}, nil
	}
	key := name + "\x00" + b.Hash
	if v, known := t.read[key]; known {
		return v, nil
	}
	v := version{}
	file, ok := strings.CutPrefix(name, t.prefix+"/")
	if t.prefix == "" {
		file = name
	} else if !ok { // the registry stood elsewhere
		file, _ = guessFile(name)
	}
	if _, known := load.RefOf(file); known && b.Mode.Type() != fs.ModeSymlink {
		data, err := t.blobs.Read(b.Hash)
		if err != nil {
			return v, err
		}
		v.record, v.ok = legible(file, data)
	}
	t.read[key] = v
	return v, nil
}

// lastName is what a record that is gone was called.
func (t *teller) lastName(commits []git.Commit) string {
	for _, c := range commits {
		for _, side := range []struct {
			path string
			git.Blob
		}{{c.Change.Path, c.Change.New}, {oldPath(c), c.Change.Old}} {
			v, err := t.version(side.path, side.Blob)
			if rec, ok := v.record.(model.Record); err == nil && ok {
				return t.o.view.Name(rec).In(string(t.lang))
			}
		}
	}
	return ""
}

func oldPath(c git.Commit) string {
	if c.Change.OldPath != "" {
		return c.Change.OldPath
	}
	return c.Change.Path
}

// tell tells of each commit, and first of what is not committed.
func (t *teller) tell(commits []git.Commit) ([]*render.HistoryCommit, error) {
	c := companyOf(t.o.view)
	var out []*render.HistoryCommit
	for _, commit := range commits {
		told := &render.HistoryCommit{Hash: commit.Hash, Author: commit.Author, Subject: commit.Subject, Shallow: commit.Shallow}
		if !commit.Authored.IsZero() {
			told.Date = commit.Authored.Format(time.RFC3339)
		}
		out = append(out, told)
		if commit.Shallow {
			continue
		}
		was, err := t.version(oldPath(commit), commit.Change.Old)
		if err != nil {
			return nil, err
		}
		is, err := t.version(commit.Change.Path, commit.Change.New)
		if err != nil {
			return nil, err
		}
		if was.ok && is.ok {
			if told.Diff, err = t.versions(c, was.record, is.record); err != nil {
				return nil, err
			}
		}
	}
	unsaved, err := t.unsaved(c, commits)
	if unsaved != nil {
		out = append([]*render.HistoryCommit{unsaved}, out...)
	}
	return out, err
}

// unsaved is what the working tree changes in the record, nil for nothing.
func (t *teller) unsaved(c company, commits []git.Commit) (*render.HistoryCommit, error) {
	if t.flags.rev != "" {
		return nil, nil
	}
	was := version{ok: true}
	var err error
	if len(commits) > 0 {
		if was, err = t.version(commits[0].Change.Path, commits[0].Change.New); err != nil {
			return nil, err
		}
	}
	is := version{ok: true}
	if data, err := fs.ReadFile(t.o.fsys, t.file); err == nil {
		if len(commits) > 0 && commits[0].Change.New.Exists() {
			before, err := t.blobs.Read(commits[0].Change.New.Hash)
			if err != nil || bytes.Equal(before, data) {
				return nil, err
			}
		}
		is.record, is.ok = legible(t.file, data)
	}
	told := &render.HistoryCommit{}
	if was.ok && is.ok {
		if told.Diff, err = t.versions(c, was.record, is.record); err != nil || len(told.Diff.Records) == 0 {
			return nil, err
		}
	}
	return told, nil
}
