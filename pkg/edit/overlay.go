package edit

import (
	"fmt"
	"io/fs"
	"slices"

	"golang.org/x/tools/txtar"
)

// Overlay is the named files of a registry as they would be after changes, in
// memory. The error is one of reading a file.
func Overlay(files fs.FS, names []string, changes []Change) (fs.FS, error) {
	after := &txtar.Archive{}
	for _, name := range names {
		if slices.ContainsFunc(changes, func(c Change) bool { return c.Path == name }) {
			continue
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		after.Files = append(after.Files, txtar.File{Name: name, Data: data})
	}
	for _, c := range changes {
		after.Files = append(after.Files, txtar.File{Name: c.Path, Data: c.After})
	}
	out, err := txtar.FS(after)
	if err != nil {
		return nil, fmt.Errorf("edit: laying changes over a registry: %w", err)
	}
	return out, nil
}
