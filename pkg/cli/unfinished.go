package cli

import (
	"errors"
	"io/fs"
	"os"
	"time"

	"github.com/vis-samverkan/vis/pkg/edit"
)

// settled is how long nothing must have happened in a write before it is taken
// for one that was broken off.
const settled = 3 * time.Second

// openFolder opens the folder of a registry, with nothing left in it of a write
// that was broken off: that is carried out, or undone, first. One that another
// command is in the midst of is waited for.
func (a *app) openFolder(dir string) (*os.Root, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	if err := a.finish(root); err != nil {
		return nil, errors.Join(err, root.Close())
	}
	return root, nil
}

// endBegun ends a write that laid out a new registry in a folder and was broken
// off; it reports whether there was one. A folder that everybody may write in, such
// as /tmp, is left alone: what waits there may be anybody's.
func (a *app) endBegun(dir string) (bool, error) {
	if info, err := os.Stat(dir); err != nil || info.Mode()&fs.ModeSticky != 0 {
		return false, nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return false, nil // then there is nothing in it for us
	}
	begun := edit.Begins(root)
	if begun {
		err = a.finish(root)
	}
	return begun, errors.Join(err, root.Close())
}

// finish ends a write that was broken off.
func (a *app) finish(root *os.Root) error {
	var seen time.Time
	for since := time.Now(); ; time.Sleep(50 * time.Millisecond) {
		last, found, err := edit.Unfinished(root)
		if err != nil || !found {
			return err
		}
		if !last.Equal(seen) {
			seen, since = last, time.Now()
		}
		if time.Since(seen) > settled || time.Since(since) > settled {
			break
		}
	}
	if _, err := edit.Finish(root); err != nil {
		return &unfinished{dir: root.Name(), err: err}
	}
	return nil
}

// unfinished is a write that was broken off and cannot be ended, so that nobody
// can tell what the registry holds.
type unfinished struct {
	dir string
	err error
}

func (e *unfinished) Error() string {
	return "a write in " + e.dir + " was broken off and cannot be ended: " + cause(e.err).En +
		"\nrun any vis command there with the right to write, for instance vis validate"
}

// Swedish says the same in Swedish.
func (e *unfinished) Swedish() string {
	return "en skrivning i " + e.dir + " avbröts och går inte att avsluta: " + cause(e.err).Sv +
		"\nkör något vis-kommando där med skrivrättighet, till exempel vis validate"
}
