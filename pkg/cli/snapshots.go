package cli

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/vis-samverkan/vis/pkg/git"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// snapshot is one side of a comparison.
type snapshot struct {
	called string // how the reader is told of it
	commit string // full hash; "" for a folder
	folder string // where the registry stands: from the top of the repository for a commit, else absolute
	fsys   fs.FS
	loaded *load.Result
	view   *registry.View
	close  func() error
}

// compared are the two sides of a comparison.
type compared struct {
	dir        string // absolute path of the registry in the working tree
	base, head *snapshot
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
func (a *app) openBoth(ctx context.Context, args []string, exactly bool) (*compared, error) {
	dir, err := a.find()
	if err != nil {
		return nil, err
	}
	c := &compared{dir: dir}
	head := ""
	if len(args) > 1 {
		head = args[1]
	}
	if c.head, err = a.openSide(ctx, dir, head); err != nil {
		return nil, err
	}
	base := ""
	if len(args) > 0 {
		base = args[0]
	}
	if c.base, err = a.openBase(ctx, c, base, head, exactly); err != nil {
		c.close()
		return nil, err
	}
	if err := a.look(c); err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

// look takes the view of both sides at the chosen day. The language becomes
// the newer registry's where nothing else chose one.
func (a *app) look(c *compared) error {
	if l, ok := text.ParseLang(string(c.head.loaded.Registry.Manifest.Language.V)); ok && !a.languageIsChosen() {
		a.lang = l
	}
	day, err := a.day()
	if err != nil {
		return err
	}
	today, err := a.today()
	if err != nil {
		return err
	}
	for _, s := range []*snapshot{c.base, c.head} {
		s.view = s.loaded.Registry.At(day, today)
	}
	return nil
}

// openBase reads the older side: a folder or REV:PATH as it is, else the
// commit where the histories of the revision and of the newer side parted.
func (a *app) openBase(ctx context.Context, c *compared, base, head string, exactly bool) (*snapshot, error) {
	dir := c.dir
	if folder, ok := a.folder(base); ok && base != "" {
		return readFolder(ctx, base, folder)
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
		return a.readRevision(ctx, repo, dir, base, c.head)
	}
	head = cmp.Or(head, a.flags.rev, "HEAD")
	hash, err := repo.MergeBase(ctx, base, head)
	if err != nil {
		return nil, err
	}
	s, err := a.readRevision(ctx, repo, dir, hash, c.head)
	if err != nil {
		return nil, err
	}
	s.called = base + " (" + hash[:10] + ")"
	return s, nil
}

// openSide reads the newer side: the working tree, a folder, or a revision.
func (a *app) openSide(ctx context.Context, dir, side string) (*snapshot, error) {
	if side == "" && a.flags.rev == "" {
		return readFolder(ctx, a.pick("arbetskatalogen", "the working tree"), dir)
	}
	if folder, ok := a.folder(side); ok && side != "" {
		return readFolder(ctx, side, folder)
	}
	if side == "" {
		side = a.flags.rev
	}
	repo, err := git.Find(ctx, dir)
	if err != nil {
		return nil, err
	}
	return a.readRevision(ctx, repo, dir, side, nil)
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

func readFolder(ctx context.Context, called, dir string) (*snapshot, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	// What is read is hashed on the way, so that the older side need not read it again.
	return read(ctx, &snapshot{called: called, folder: dir, fsys: git.Hashing(root.FS()), close: root.Close}, nil, nil)
}

// splitRevision parts REV:PATH. Without a path there is none.
func splitRevision(arg string) (rev, path string) {
	rev, path, _ = strings.Cut(arg, ":")
	return rev, path
}

// readRevision reads the registry of a revision: in the folder of REV:PATH, or
// where the working tree has it. What is the same in the newer side is shared
// with that, where there is one.
func (a *app) readRevision(ctx context.Context, repo *git.Repository, dir, arg string, newer *snapshot) (*snapshot, error) {
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
	tree, err := repo.Tree(ctx, hash, path)
	var missing *git.NoFolder
	if errors.As(err, &missing) { // the registry is younger than this revision
		return &snapshot{called: arg, commit: hash, folder: path, close: func() error { return nil }, loaded: &load.Result{Registry: registry.New(registry.Input{})}}, nil
	}
	if err != nil {
		return nil, err
	}
	s := &snapshot{called: arg, commit: hash, folder: path, fsys: tree, close: tree.Close}
	if newer == nil {
		return read(ctx, s, nil, nil)
	}
	changed, ok := differing(ctx, repo, dir, s, tree, newer)
	if !ok {
		return read(ctx, s, nil, nil)
	}
	return read(ctx, s, newer.loaded, func(file string) bool { return !changed[file] })
}

// differing are the files that are not the same in a revision and in the newer
// side. It is not ok where the two are not the same folder of the repository, or
// git cannot tell; then everything is read.
func differing(ctx context.Context, repo *git.Repository, dir string, older *snapshot, tree *git.Tree, newer *snapshot) (changed map[string]bool, ok bool) {
	var changes []git.Change
	var err error
	switch {
	case newer.commit != "" && newer.folder == older.folder:
		changes, err = repo.Changed(ctx, older.commit, newer.commit, older.folder)
	case newer.commit == "" && newer.folder == dir:
		var prefix string
		if prefix, err = repo.Prefix(ctx, dir); err == nil && prefix == older.folder {
			changes, err = tree.ChangedOnDisk(ctx, newer.fsys)
		} else {
			return nil, false
		}
	default:
		return nil, false
	}
	if err != nil {
		return nil, false
	}
	changed = map[string]bool{}
	for _, c := range changes {
		changed[c.Path] = true
	}
	return changed, true
}

// read loads a side, sharing with what is loaded already the files that are the same.
func read(ctx context.Context, s *snapshot, have *load.Result, same func(file string) bool) (*snapshot, error) {
	var err error
	s.loaded, err = load.Reusing(ctx, s.fsys, have, same)
	if err != nil {
		_ = s.close()
		return nil, err
	}
	return s, nil
}
