package edit

import (
	"bytes"
	"context"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/vis-samverkan/vis/pkg/load"
)

// Formatting is what canonical form would do to the files of a registry.
type Formatting struct {
	Files   int      // how many were looked at
	Changes []Change // those that are not in it, by path
	Left    []Left   // those that were left alone, by path
}

// Left is a file that was left alone.
type Left struct {
	Path string
	Err  error // a *LeftAlone, or why it could not be read
}

// FormatRegistry formats the files of a registry that are wanted. Nothing is
// written. The error is the context's, or a failure to read a folder.
func FormatRegistry(ctx context.Context, fsys fs.FS, wanted func(file string) bool) (*Formatting, error) {
	files, err := recordFiles(fsys, wanted)
	if err != nil {
		return nil, err
	}
	changes, faults := make([]Change, len(files)), make([]error, len(files))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(len(files), runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(files) && ctx.Err() == nil; i = next.Add(1) - 1 {
				changes[i], faults[i] = formatFile(fsys, files[i])
			}
		})
	}
	group.Wait()
	f := &Formatting{Files: len(files)}
	for i, file := range files {
		switch {
		case faults[i] != nil:
			f.Left = append(f.Left, Left{file, faults[i]})
		case changes[i].Path != "":
			f.Changes = append(f.Changes, changes[i])
		}
	}
	return f, ctx.Err()
}

// formatFile is the change of one file, without a path where there is none.
func formatFile(fsys fs.FS, file string) (Change, error) {
	if info, err := fs.Stat(fsys, file); err == nil && info.Size() > most {
		return Change{}, &LeftAlone{0, tooLarge}
	}
	before, err := fs.ReadFile(fsys, file)
	if err != nil {
		return Change{}, err
	}
	after, err := Format(file, before)
	if err != nil || bytes.Equal(before, after) {
		return Change{}, err
	}
	return Change{Path: file, Before: before, After: after}, nil
}

// recordFiles are the files that the loader would read, in order.
func recordFiles(fsys fs.FS, wanted func(string) bool) ([]string, error) {
	var files []string
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		switch _, ok := load.RefOf(path.Join(name, "a.yaml")); {
		case err != nil:
			return err
		case name == ".":
		case e.IsDir() && (!ok || strings.HasPrefix(path.Base(name), ".")):
			return fs.SkipDir
		case e.IsDir() && strings.HasSuffix(name, ".yaml"):
			return fs.SkipDir
		case e.Type().IsRegular() && wanted(name):
			if _, ok := load.RefOf(name); ok {
				files = append(files, name)
			}
		}
		return nil
	})
	return files, err
}
