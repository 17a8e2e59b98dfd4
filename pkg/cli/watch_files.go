package cli

import (
	"context"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/fsnotify/fsnotify"
)

// watched is a folder whose files are watched, with those in it.
type watched struct {
	*fsnotify.Watcher
	dir string
}

func watchFolder(dir string) (*watched, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	files := &watched{w, dir}
	if err := files.addAll(); err != nil {
		_ = w.Close()
		return nil, err
	}
	return files, nil
}

// addAll watches every folder that there is now; one that is watched already
// goes on being so.
func (w *watched) addAll() error {
	return filepath.WalkDir(w.dir, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && p != w.dir:
			return nil // it has gone again, or cannot be read, which the loader tells
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case p != w.dir && ofNoConcern(d.Name()):
			return fs.SkipDir
		}
		if err := w.Add(p); err != nil && p == w.dir {
			return err
		}
		return nil
	})
}

// events are the paths of files that change, and what goes wrong, until the run is
// interrupted or the watching ends.
func (w *watched) events(ctx context.Context) (<-chan string, <-chan error) {
	names := make(chan string)
	go func() {
		defer close(names)
		for e := range w.Events {
			if e.Op != fsnotify.Chmod && !ofNoConcern(filepath.Base(e.Name)) {
				select {
				case names <- e.Name:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return names, w.Errors
}

// ofNoConcern tells of names that a registry does not read: those with a dot, such
// as .vis-write and what editors keep, and copies that editors make.
func ofNoConcern(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || name == "4913" // how vim tries a folder
}
