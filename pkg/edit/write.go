package edit

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strconv"
)

// Change is one file to write.
type Change struct {
	Path   string // from the top of the registry, with slashes
	Before []byte // what the file holds; nil where there is none
	After  []byte
}

// pending is the folder where what is to be written waits. A loader skips it,
// as it does every name with a dot.
const pending = ".vis-write"

// plan is the file in pending that says that everything is there. Until it
// stands nothing has been written; from then on everything will be.
const plan = pending + "/plan.json"

// step is one file that waits and where it goes.
type step struct {
	Waits string `json:"waits"` // its name in pending
	Path  string `json:"path"`
}

// Write writes all of the changes or, where anything stops it, none: power may
// go at any moment, and Finish then leaves the registry as it was or as it was
// to be. New folders are made. Each file is read again first: one that somebody
// else has changed since is not written over.
//
// Errors: *ChangedMeanwhile, *Busy, and those of the file system.
func Write(root *os.Root, changes []Change) error {
	return write(root, changes, func() error { return nil })
}

// write is Write with a call between any two things that it does to the disk,
// whose error breaks it off on the spot.
func write(root *os.Root, changes []Change, between func() error) error {
	if len(changes) == 0 {
		return nil
	}
	if err := root.Mkdir(pending, 0o755); errors.Is(err, fs.ErrExist) {
		return &Busy{root.Name()}
	} else if err != nil {
		return err
	}
	steps, err := prepare(root, changes, between)
	if err != nil {
		if errors.Is(err, errBroken) {
			return err
		}
		return errors.Join(err, root.RemoveAll(pending))
	}
	return carryOut(root, steps, between)
}

// errBroken is what a test breaks a write off with, as a power cut does: nothing
// is tidied up.
var errBroken = errors.New("edit: broken off")

// prepare lays everything out in pending, and then the plan.
func prepare(root *os.Root, changes []Change, between func() error) ([]step, error) {
	var steps []step
	for i, c := range changes {
		if err := unchanged(root, c); err != nil {
			return nil, err
		}
		if err := between(); err != nil {
			return nil, err
		}
		s := step{Waits: strconv.Itoa(i), Path: c.Path}
		if err := writeSynced(root, path.Join(pending, s.Waits), c.After, mode(root, c.Path)); err != nil {
			return nil, err
		}
		steps = append(steps, s)
	}
	b, err := json.Marshal(steps)
	if err != nil {
		return nil, err
	}
	if err := between(); err != nil {
		return nil, err
	}
	if err := writeSynced(root, plan+".new", b, 0o644); err != nil {
		return nil, err
	}
	if err := between(); err != nil {
		return nil, err
	}
	if err := root.Rename(plan+".new", plan); err != nil {
		return nil, err
	}
	return steps, syncFolder(root, pending)
}

// unchanged tells whether a file still holds what the change was made from.
func unchanged(root *os.Root, c Change) error {
	now, err := root.ReadFile(c.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && c.Before == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist), err == nil && (c.Before == nil || !bytes.Equal(now, c.Before)):
		return &ChangedMeanwhile{c.Path}
	}
	return err
}

// mode is the mode of the file that is replaced, or that of a new one.
func mode(root *os.Root, name string) fs.FileMode {
	if info, err := root.Stat(name); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}

// carryOut moves what waits to where it goes. It may be done again from the
// start, any number of times: what has been moved waits no more.
func carryOut(root *os.Root, steps []step, between func() error) error {
	for _, s := range steps {
		if err := between(); err != nil {
			return err
		}
		from := path.Join(pending, s.Waits)
		if _, err := root.Lstat(from); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		folder := path.Dir(s.Path)
		if err := root.MkdirAll(folder, 0o755); err != nil {
			return err
		}
		if err := root.Rename(from, s.Path); err != nil {
			return err
		}
		if err := syncFolder(root, folder); err != nil {
			return err
		}
	}
	if err := between(); err != nil {
		return err
	}
	return tidy(root, between)
}

// tidy removes pending, the plan last: without one, what waits is thrown away.
func tidy(root *os.Root, between func() error) error {
	if err := root.Remove(plan); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := between(); err != nil {
		return err
	}
	return root.RemoveAll(pending)
}

// Finish ends a write that was broken off: where everything had been laid out it
// is carried out, else nothing of it remains. It reports whether there was one.
// A write that is under way at this moment must not be finished by another.
func Finish(root *os.Root) (found bool, err error) {
	if _, err := root.Lstat(pending); errors.Is(err, fs.ErrNotExist) {
		return false, nil
	} else if err != nil {
		return false, err
	}
	none := func() error { return nil }
	b, err := root.ReadFile(plan)
	if errors.Is(err, fs.ErrNotExist) {
		return true, tidy(root, none)
	}
	if err != nil {
		return true, err
	}
	var steps []step
	if err := json.Unmarshal(b, &steps); err != nil {
		return true, fmt.Errorf("edit: %s cannot be read: %w", plan, err)
	}
	return true, carryOut(root, steps, none)
}

// writeSynced writes a new file and waits until it is on the disk.
func writeSynced(root *os.Root, name string, data []byte, mode fs.FileMode) (err error) {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Sync()
}

// syncFolder waits until the names in a folder are on the disk, where the system
// can: Windows has no such call for a folder.
func syncFolder(root *os.Root, name string) error {
	d, err := root.Open(name)
	if err != nil {
		return err
	}
	defer d.Close()
	_ = d.Sync()
	return nil
}
