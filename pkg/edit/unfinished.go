package edit

import (
	"errors"
	"io/fs"
	"os"
	"time"
)

// Unfinished tells whether a write is under way or was broken off, and when
// something last happened in it.
func Unfinished(root *os.Root) (last time.Time, found bool, err error) {
	info, err := root.Lstat(pending)
	if errors.Is(err, fs.ErrNotExist) {
		return time.Time{}, false, nil
	}
	if err != nil {
		return time.Time{}, false, err
	}
	return info.ModTime(), true, nil // each file that is laid out or moved changes it
}
