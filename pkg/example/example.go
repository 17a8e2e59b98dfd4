// Package example reads the examples that show a rule at work and lays them
// over the small registry that they are about.
//
// An example is a txtar archive. Each of its sides is a folder with the files
// in which that side differs from the base, which is an archive of a whole
// registry. The comment at the top holds settings, one a line, and is most
// often empty:
//
//	as-of: 2023-01-01
//	also: source-required
//	-- fail/plans/arsplan.yaml --
//	title: Årsplan
//	-- pass/plans/arsplan.yaml --
//	title: Årsplan
//	type: annual
package example

import (
	"fmt"
	"io/fs"
	"strings"
	"time"

	"golang.org/x/tools/txtar"
)

// Day is the day that an example is for unless it names another.
const Day = "2025-06-01"

// Example is a parsed archive: the sides of an example, or the base.
type Example struct {
	AsOf  string   // the day it is for, as YYYY-MM-DD
	Also  []string // ids of the other rules that cannot but fire in it
	Files []File   // in the order of the archive
}

// File is one file of an archive.
type File struct {
	Path string // slash path, valid for fs.FS
	Text string // ends with a newline unless empty
}

// Parse reads an archive. The error tells of a setting that does not exist, a
// day that is none, or a path that is not valid or stands twice.
func Parse(archive string) (*Example, error) {
	a := txtar.Parse([]byte(archive))
	e := &Example{AsOf: Day}
	if err := e.settings(string(a.Comment)); err != nil {
		return nil, err
	}
	if _, err := txtar.FS(a); err != nil {
		return nil, fmt.Errorf("example: %w", err)
	}
	for _, f := range a.Files {
		e.Files = append(e.Files, File{f.Name, string(f.Data)})
	}
	return e, nil
}

// settings reads the comment at the top of an archive.
func (e *Example) settings(comment string) error {
	for line := range strings.Lines(comment) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "as-of":
			if _, err := time.Parse(time.DateOnly, value); err != nil {
				return fmt.Errorf("example: as-of: %w", err)
			}
			e.AsOf = value
		case "also":
			e.Also = append(e.Also, value)
		default:
			return fmt.Errorf("example: %q is not a setting; there are as-of and also", line)
		}
	}
	return nil
}

// Side returns the files in a folder of the archive, such as fail or pass,
// with paths relative to it. It is empty for a side that the example lacks.
func (e *Example) Side(name string) []File {
	var files []File
	for _, f := range e.Files {
		if path, ok := strings.CutPrefix(f.Path, name+"/"); ok {
			files = append(files, File{path, f.Text})
		}
	}
	return files
}

// FS lays files over a base: a file of the overlay takes the place of what the
// base has at its path. It panics on a path that Parse would refuse.
func FS(base, overlay []File) fs.FS {
	a := &txtar.Archive{}
	for _, f := range base {
		if !covered(f.Path, overlay) {
			a.Files = append(a.Files, txtar.File{Name: f.Path, Data: []byte(f.Text)})
		}
	}
	for _, f := range overlay {
		a.Files = append(a.Files, txtar.File{Name: f.Path, Data: []byte(f.Text)})
	}
	fsys, err := txtar.FS(a)
	if err != nil {
		panic("example: " + err.Error())
	}
	return fsys
}

// covered reports whether some file of the overlay stands at the path, in
// place of a folder on the way to it, or inside it.
func covered(path string, overlay []File) bool {
	for _, f := range overlay {
		if f.Path == path || strings.HasPrefix(path, f.Path+"/") || strings.HasPrefix(f.Path, path+"/") {
			return true
		}
	}
	return false
}
