package cli

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"

	"github.com/vis-samverkan/vis/pkg/git"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rules"
)

// snapshot is one side of a comparison. It is found first, and then read.
type snapshot struct {
	called string          // how the reader is told of it
	repo   *git.Repository // nil for a folder
	commit string          // full hash; "" for a folder
	folder string          // where the registry stands: from the top of the repository for a commit, else absolute
	fsys   fs.FS           // noFiles where the registry is younger than the revision
	loaded *load.Result
	view   *registry.View
	close  func() error
}

// compared are the two sides of a comparison.
type compared struct {
	dir        string // absolute path of the registry in the working tree
	base, head *snapshot
	early      func() (*load.Result, *rules.Outcome) // what the rules gave of the newer side while the older was read; nil for nothing
}

func (c *compared) close() {
	for _, s := range []*snapshot{c.base, c.head} {
		if s != nil {
			_ = s.close()
		}
	}
}

// openBoth reads the two sides that the arguments [BASE [HEAD]] choose, at the
// day that the flags choose. Where BASE is a revision, the side is where its
// history and that of HEAD parted, unless it is to be taken exactly.
//
// With options the rules begin on the newer side while the older one is read.
func (a *app) openBoth(ctx context.Context, args []string, exactly bool, options *rules.Options) (*compared, error) {
	base, head := "", ""
	if len(args) > 0 {
		base = args[0]
	}
	if len(args) > 1 {
		head = args[1]
	}
	dir, err := a.findFor(base, head)
	if err != nil {
		return nil, err
	}
	c := &compared{dir: dir}
	if c.head, err = a.findSide(ctx, dir, head); err != nil {
		return nil, err
	}
	// git is asked for the older side while the newer one is read.
	var asking sync.WaitGroup
	var lost error
	asking.Go(func() { c.base, lost = a.findBase(ctx, dir, base, head, exactly) })
	err = c.head.read(ctx, nil, nil)
	asking.Wait()
	if err = cmp.Or(err, lost); err == nil && options != nil {
		err = a.begin(ctx, c, *options)
	}
	if err == nil {
		err = c.readBase(ctx)
	}
	if err == nil {
		err = a.look(c)
	}
	if err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

// begin lets the rules run over the newer side. One with findings of the loader
// waits: they are shared with the older side.
func (a *app) begin(ctx context.Context, c *compared, options rules.Options) error {
	if len(c.head.loaded.Findings) > 0 {
		return nil
	}
	loaded := c.head.loaded
	view, err := a.viewOf(loaded.Registry)
	if err != nil {
		return err
	}
	var running sync.WaitGroup
	var out *rules.Outcome
	running.Go(func() { out, _ = rules.Run(ctx, loaded, view, options) })
	c.early = func() (*load.Result, *rules.Outcome) {
		running.Wait()
		return loaded, out
	}
	return nil
}

// run gives what the rules find in the newer side.
func (c *compared) run(ctx context.Context, options rules.Options) (*rules.Outcome, error) {
	if c.early != nil {
		if loaded, out := c.early(); loaded == c.head.loaded && out != nil {
			return out, nil
		}
	}
	return rules.Run(ctx, c.head.loaded, c.head.view, options)
}

// findFor finds the registry that two sides are of. Two revisions need no working
// tree: they are read in the folder that --registry names, or each in its own, as
// in a bare repository.
func (a *app) findFor(base, head string) (string, error) {
	dir, err := a.find()
	_, baseIsFolder := a.folder(base)
	_, headIsFolder := a.folder(head)
	if err == nil || base == "" || head == "" || baseIsFolder || headIsFolder {
		return dir, err
	}
	_, basePath := splitRevision(base)
	_, headPath := splitRevision(head)
	switch {
	case a.flags.registry != "" && filepath.IsAbs(a.flags.registry):
		return a.flags.registry, nil
	case a.flags.registry != "":
		return filepath.Join(a.Dir, a.flags.registry), nil
	case basePath != "" && headPath != "":
		return a.Dir, nil
	}
	return "", err
}

// look takes the view of both sides at the chosen day. The language becomes
// the newer registry's where nothing else chose one.
func (a *app) look(c *compared) error {
	a.speak(c.head.loaded.Registry.Manifest)
	for _, s := range []*snapshot{c.base, c.head} {
		view, err := a.viewOf(s.loaded.Registry)
		if err != nil {
			return err
		}
		s.view = view
	}
	return nil
}

// findBase finds the older side: a folder or REV:PATH as it is, else the
// commit where the histories of the revision and of the newer side parted.
func (a *app) findBase(ctx context.Context, dir, base, head string, exactly bool) (*snapshot, error) {
	if folder, ok := a.folder(base); ok && base != "" {
		return a.findFolder(base, folder)
	}
	repo, err := git.Find(ctx, dir)
	if err != nil {
		return nil, err
	}
	if base == "" {
		if base, err = repo.DefaultBranch(ctx); err != nil {
			return nil, err
		}
	}
	_, headIsFolder := a.folder(head)
	if exactly || headIsFolder || strings.Contains(base+head, ":") {
		return findRevision(ctx, repo, dir, base)
	}
	head = cmp.Or(head, a.flags.rev, "HEAD")
	hash, err := repo.MergeBase(ctx, base, head)
	if err != nil {
		return nil, err
	}
	s, err := findRevision(ctx, repo, dir, hash)
	if err != nil {
		return nil, err
	}
	s.called = base + " (" + hash[:10] + ")"
	return s, nil
}

// findSide finds the newer side: the working tree, a folder, or a revision.
func (a *app) findSide(ctx context.Context, dir, side string) (*snapshot, error) {
	if side == "" && a.flags.rev == "" {
		return a.findFolder(a.pick("arbetskatalogen", "the working tree"), dir)
	}
	if folder, ok := a.folder(side); ok && side != "" {
		return a.findFolder(side, folder)
	}
	if side == "" {
		side = a.flags.rev
	}
	repo, err := git.Find(ctx, dir)
	if err != nil {
		return nil, err
	}
	return findRevision(ctx, repo, dir, side)
}

// folder is the registry in a folder that an argument names.
func (a *app) folder(arg string) (string, bool) {
	if arg == "" {
		return "", false
	}
	if !filepath.IsAbs(arg) {
		arg = filepath.Join(a.Dir, arg)
	}
	for _, dir := range []string{arg, filepath.Join(arg, "registry")} {
		if isRegistry(dir) {
			return dir, true
		}
	}
	return "", false
}

func (a *app) findFolder(called, dir string) (*snapshot, error) {
	root, err := a.openFolder(dir)
	if err != nil {
		return nil, err
	}
	// What is read is hashed on the way, so that the older side need not read it again.
	return &snapshot{called: called, folder: dir, fsys: git.Hashing(root.FS()), close: root.Close}, nil
}

// splitRevision parts REV:PATH. Without a path there is none.
func splitRevision(arg string) (rev, path string) {
	rev, path, _ = strings.Cut(arg, ":")
	return rev, path
}

// findRevision finds the registry of a revision: in the folder of REV:PATH, or
// where the working tree has it.
func findRevision(ctx context.Context, repo *git.Repository, dir, arg string) (*snapshot, error) {
	rev, path := splitRevision(arg)
	hash, err := repo.Resolve(ctx, rev)
	if err != nil {
		return nil, err
	}
	prefix, err := repo.Prefix(ctx, dir)
	if path == "" && err != nil {
		return nil, err
	}
	if path == "" {
		path = prefix
	}
	s := &snapshot{called: arg, repo: repo, commit: hash, folder: path, fsys: noFiles{}, close: func() error { return nil }}
	tree, err := repo.Tree(ctx, hash, path)
	var missing *git.NoFolder
	if errors.As(err, &missing) {
		return s, nil
	}
	if err != nil {
		return nil, err
	}
	s.fsys, s.close = tree, tree.Close
	return s, nil
}

// noFiles is a folder that is not there.
type noFiles struct{}

func (noFiles) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// read loads a side, sharing with what is loaded already the files that are the same.
func (s *snapshot) read(ctx context.Context, have *load.Result, same func(file string) bool) (err error) {
	if s.fsys == (noFiles{}) {
		s.loaded = load.Empty()
		return nil
	}
	s.loaded, err = load.Reusing(ctx, s.fsys, have, same)
	return err
}

// readBase reads the older side, once the newer one is read. What is the same in
// both is shared.
func (c *compared) readBase(ctx context.Context) error {
	changed, ok := c.differing(ctx)
	if !ok {
		return c.base.read(ctx, nil, nil)
	}
	return c.base.read(ctx, c.head.loaded, func(file string) bool { return !changed[file] })
}

// differing are the files that are not the same in the two sides. It is not ok
// where they are not the same folder of one repository, or git cannot tell; then
// everything is read.
func (c *compared) differing(ctx context.Context) (changed map[string]bool, ok bool) {
	older, newer := c.base, c.head
	tree, ok := older.fsys.(*git.Tree)
	if !ok {
		return nil, false
	}
	var changes []git.Change
	var err error
	switch {
	case newer.commit != "" && newer.folder == older.folder:
		changes, err = older.repo.Changed(ctx, older.commit, newer.commit, older.folder)
	case newer.commit == "" && newer.folder == c.dir:
		var prefix string
		if prefix, err = older.repo.Prefix(ctx, c.dir); err != nil || prefix != older.folder {
			return nil, false
		}
		changes, err = tree.ChangedOnDisk(ctx, newer.fsys)
	default:
		return nil, false
	}
	if err != nil {
		return nil, false
	}
	changed = map[string]bool{}
	for _, change := range changes {
		changed[change.Path] = true
	}
	return changed, true
}
