package synth

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
)

// A Sink takes the files of a registry, from several goroutines at once. Path
// is relative to the registry, with slashes.
type Sink interface {
	WriteFile(path string, data []byte) error
}

// WriteTo hands every file to a sink.
func (r *Registry) WriteTo(s Sink) error {
	var next atomic.Int64
	var group sync.WaitGroup
	workers := min(len(r.Files), 2*runtime.GOMAXPROCS(0))
	failed := make([]error, workers)
	for i := range workers {
		group.Go(func() {
			for failed[i] == nil {
				n := int(next.Add(1)) - 1
				if n >= len(r.Files) {
					return
				}
				failed[i] = s.WriteFile(r.Files[n].Path, r.Files[n].Data)
			}
		})
	}
	group.Wait()
	return errors.Join(failed...)
}

// WriteExpected writes the expected findings as a JSON list.
func (r *Registry) WriteExpected(w io.Writer) error {
	list := r.Expected
	if list == nil {
		list = []Expected{}
	}
	b, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// NotEmptyError says that a folder to write a registry in holds something.
type NotEmptyError struct{ Dir, Holds string }

func (e *NotEmptyError) Error() string {
	return fmt.Sprintf("%s is not empty (it holds %s); a registry is written in an empty or a new folder", e.Dir, e.Holds)
}

// WriteDir writes the registry in a folder that is empty or does not exist
// yet. It overwrites nothing; the error is a *NotEmptyError where it would.
func (r *Registry) WriteDir(dir string) error {
	if err := mustBeEmpty(dir); err != nil {
		return err
	}
	made := map[string]bool{}
	for _, f := range r.Files {
		folder := path.Dir(f.Path)
		if made[folder] {
			continue
		}
		made[folder] = true
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(folder)), 0o755); err != nil {
			return err
		}
	}
	return r.WriteTo(folder(dir))
}

// mustBeEmpty refuses a folder that holds anything.
func mustBeEmpty(dir string) error {
	f, err := os.Open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	names, err := f.Readdirnames(1)
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err != nil {
		return err
	}
	return &NotEmptyError{Dir: dir, Holds: names[0]}
}

// folder is a folder on disk as a Sink.
type folder string

func (dir folder) WriteFile(name string, data []byte) error {
	return writeNew(filepath.Join(string(dir), filepath.FromSlash(name)), data)
}

// writeNew writes a file that must not exist.
func writeNew(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}
