package cli

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/git"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// opened is a registry that a command works on.
type opened struct {
	dir    string // absolute path of its folder in the working tree
	fsys   fs.FS
	loaded *load.Result
	view   *registry.View
	close  func() error
}

// open is openSilently that tells of the files that cannot be read, for a command
// that would otherwise pass them over in silence.
func (a *app) open(ctx context.Context) (*opened, error) {
	o, err := a.openSilently(ctx)
	if err == nil {
		a.tellUnreadable(o)
	}
	return o, err
}

// openToWrite is open for a command that writes records. One that does not know
// what the manifest says must not.
func (a *app) openToWrite(ctx context.Context) (*opened, error) {
	o, err := a.openSilently(ctx)
	if err != nil {
		return nil, err
	}
	if o.view.IsUnread(model.Ref{Kind: model.Manifest}) {
		return nil, cmp.Or(o.close(), errors.New(manifestUnreadable.Say(a.lang, text.Args{"file": a.shown(o, model.Manifest.Info().File)})))
	}
	a.tellUnreadable(o)
	return o, nil
}

var (
	filesUnreadable = text.Both{
		Sv: "{n|en fil|# filer} går inte att läsa och är inte med; ”{command}” visar varför",
		En: "{n|one file|# files} cannot be read and {n|is|are} left out; “{command}” shows why",
	}
	manifestUnreadable = text.Both{
		Sv: "{file} går inte att läsa; ingenting skrevs\nrätta filen först: ”vis validate” visar vad som är fel i den",
		En: "{file} cannot be read; nothing was written\nmend the file first: “vis validate” shows what is wrong with it",
	}
)

// tellUnreadable says on standard error how many files could not be read, unless
// the run is to be quiet.
func (a *app) tellUnreadable(o *opened) {
	n := len(o.loaded.Unreadable())
	if n == 0 || a.flags.quiet {
		return
	}
	command := "vis validate"
	if a.flags.rev != "" {
		command += " --rev " + a.flags.rev
	}
	a.complain(filesUnreadable.Say(a.lang, text.Args{"n": n, "command": command}))
}

// openSilently finds and reads the registry that the flags choose, and looks at it at
// the day they choose. The language becomes the registry's where nothing else
// chose one.
func (a *app) openSilently(ctx context.Context) (*opened, error) {
	dir, err := a.find()
	if err != nil {
		return nil, err
	}
	o := &opened{dir: dir, close: func() error { return nil }}
	if a.flags.rev == "" {
		root, err := a.openFolder(dir)
		if err != nil {
			return nil, err
		}
		o.fsys, o.close = root.FS(), root.Close
	} else if err := a.openRevision(ctx, o); err != nil {
		return nil, err
	}
	o.loaded, err = load.Registry(ctx, o.fsys)
	if err != nil {
		o.close()
		return nil, err
	}
	a.speak(o.loaded.Registry.Manifest)
	if o.view, err = a.viewOf(o.loaded.Registry); err != nil {
		o.close()
		return nil, err
	}
	return o, nil
}

// speak takes the language of a registry where nothing else chose one.
func (a *app) speak(m *model.ManifestFile) {
	if l, ok := text.ParseLang(string(m.Language.V)); ok && !a.languageIsChosen() {
		a.lang = l
	}
}

// viewOf is a registry at the day that the flags choose.
func (a *app) viewOf(r *registry.Registry) (*registry.View, error) {
	day, err := a.day()
	if err != nil {
		return nil, err
	}
	today, err := a.today()
	if err != nil {
		return nil, err
	}
	return r.At(day, today), nil
}

// write writes files of the registry in a folder of the working tree.
func (a *app) write(dir string, changes []edit.Change) error {
	root, err := a.openFolder(dir)
	if err != nil {
		return err
	}
	return a.notWritten(dir, errors.Join(edit.Write(root, changes), root.Close()))
}

// notWritten tells what stopped a write of the folder that was to be written in,
// which the reader knows, and not of a file that waits there.
func (a *app) notWritten(dir string, err error) error {
	var file *fs.PathError
	var rename *os.LinkError
	if errors.As(err, &file) || errors.As(err, &rename) {
		return errors.New(cannotWriteIn.Say(a.lang, text.Args{"dir": dir, "error": cause(err)}))
	}
	return err
}

var cannotWriteIn = text.Both{
	Sv: "det går inte att skriva i {dir}: {error}",
	En: "cannot write in {dir}: {error}",
}

// overlaid is the registry as it would be after changes, in memory.
func (a *app) overlaid(ctx context.Context, o *opened, changes []edit.Change) (*opened, error) {
	after := &opened{dir: o.dir, close: func() error { return nil }}
	var err error
	if after.fsys, err = edit.Overlay(o.fsys, o.loaded.Files, changes); err != nil {
		return nil, err
	}
	same := func(file string) bool {
		return !slices.ContainsFunc(changes, func(c edit.Change) bool { return c.Path == file })
	}
	if after.loaded, err = load.Reusing(ctx, after.fsys, o.loaded, same); err != nil {
		return nil, err
	}
	after.view, err = a.viewOf(after.loaded.Registry)
	return after, err
}

func (a *app) openRevision(ctx context.Context, o *opened) error {
	repo, err := git.Find(ctx, o.dir)
	if err != nil {
		return err
	}
	hash, err := repo.Resolve(ctx, a.flags.rev)
	if err != nil {
		return err
	}
	prefix, err := repo.Prefix(ctx, o.dir)
	if err != nil {
		return err
	}
	tree, err := repo.Tree(ctx, hash, prefix)
	if err != nil {
		return err
	}
	o.fsys, o.close = tree, tree.Close
	if _, err := tree.Stat(model.Manifest.Info().File); err != nil {
		return a.usage(text.NoRegistryThere, text.Args{"dir": a.flags.rev + ":" + prefix})
	}
	return nil
}

// find looks for the registry: the folder of --registry, else upwards from the
// working directory a folder with vis.yaml or registry/vis.yaml. A new registry
// whose laying out was broken off is made whole first. With --rev the folder named
// need not exist in the working tree.
func (a *app) find() (string, error) {
	if dir := a.flags.registry; dir != "" {
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(a.Dir, dir)
		}
		if a.flags.rev != "" || isRegistry(dir) {
			return dir, nil
		}
		if _, err := a.endBegun(filepath.Dir(dir)); err != nil {
			return "", err
		}
		if !isRegistry(dir) {
			return "", a.usage(text.NoRegistryThere, text.Args{"dir": a.flags.registry})
		}
		return dir, nil
	}
	for dir := a.Dir; ; dir = filepath.Dir(dir) {
		if found, ok := registryAt(dir); ok {
			return found, nil
		}
		if begun, err := a.endBegun(dir); err != nil {
			return "", err
		} else if found, ok := registryAt(dir); begun && ok {
			return found, nil
		}
		if dir == filepath.Dir(dir) {
			return "", a.usage(text.NoRegistry, text.Args{"dir": a.Dir})
		}
	}
}

// registryAt is the registry that a folder is, or has in the folder registry.
func registryAt(dir string) (string, bool) {
	for _, candidate := range []string{dir, filepath.Join(dir, edit.StartFolder)} {
		if isRegistry(candidate) {
			return candidate, true
		}
	}
	return "", false
}

// isRegistry reports whether a folder has a vis.yaml, of whatever sort: what is
// wrong with it is for the loader to say. The record of a group called vis,
// groups/vis.yaml of a registry, makes no folder one.
func isRegistry(dir string) bool {
	return hasManifest(dir) && !isRecordFolder(dir)
}

func hasManifest(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, model.Manifest.Info().File))
	return err == nil
}

// isRecordFolder reports whether a folder is one of the folders of records in a
// registry, or lies in one.
func isRecordFolder(dir string) bool {
	for parent := filepath.Dir(dir); parent != dir; dir, parent = parent, filepath.Dir(parent) {
		kind, ok := model.KindNamed(filepath.Base(dir))
		if ok && kind.Info().Folder == filepath.Base(dir) && hasManifest(parent) {
			return true
		}
	}
	return false
}

// shown is how the reader names a file of the registry: relative to the
// working directory, or the path in the registry when it was read from git.
func (a *app) shown(o *opened, file string) string {
	full := filepath.Join(o.dir, filepath.FromSlash(file))
	rel, err := filepath.Rel(a.Dir, full)
	if err != nil {
		rel = full
	}
	if a.flags.rev != "" {
		return a.flags.rev + ":" + filepath.ToSlash(rel)
	}
	return rel
}
