package edit

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"time"

	"github.com/vis-samverkan/vis/pkg/model"
)

// mostPlan is the most bytes of a plan that lays out a new registry.
const mostPlan = 1 << 20

// Begins tells whether a write that is under way, or was broken off, lays out the
// repository of a new registry: vis.yaml is among the files of its plan.
func Begins(root *os.Root) bool {
	info, err := root.Lstat(plan)
	if err != nil || !info.Mode().IsRegular() || info.Size() > mostPlan {
		return false
	}
	b, err := root.ReadFile(plan)
	var steps []step
	if err != nil || json.Unmarshal(b, &steps) != nil {
		return false
	}
	manifest := path.Join(StartFolder, model.Manifest.Info().File)
	return slices.ContainsFunc(steps, func(s step) bool { return s.Path == manifest })
}

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
