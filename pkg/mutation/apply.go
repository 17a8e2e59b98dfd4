package mutation

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing/fstest"
)

// Apply gives the files after the edits, and leaves the base as it is. noted is
// called for each line with a note, with its number afterwards; it may be nil.
func (e *Entry) Apply(base fstest.MapFS, noted func(file string, line int, note string)) (fstest.MapFS, error) {
	files := maps.Clone(base)
	for i := range e.Edits {
		if err := e.Edits[i].apply(files, noted); err != nil {
			return nil, fmt.Errorf("%s: %s %s: %w", e.Place, e.Edits[i].Verb, e.Edits[i].File, err)
		}
	}
	return files, nil
}

func (e *Edit) apply(files fstest.MapFS, noted func(string, int, string)) error {
	old, source := "", e.File
	if e.From != "" {
		source = e.From
	}
	file, there := files[source]
	if there {
		old = string(file.Data)
	}
	if e.Verb == "see" && !there {
		if _, err := fs.ReadDir(files, e.File); err == nil {
			there, old = true, "\n" // a folder is seen as a file with an empty line
		}
	}
	if there != (e.Verb != "add") {
		return fmt.Errorf("a file is there: %v", there)
	}
	if _, taken := files[e.File]; taken && e.From != "" {
		return fmt.Errorf("that file exists")
	}
	if e.Verb == "move" || e.Verb == "delete" {
		delete(files, source)
	}
	if e.Verb == "delete" {
		return nil
	}
	after, err := e.lines(old, noted)
	switch {
	case err != nil || e.Verb == "see":
		return err
	case e.Verb == "edit" && after == old:
		return fmt.Errorf("nothing is edited")
	}
	files[e.File] = &fstest.MapFile{Data: []byte(after), Mode: 0o644}
	return nil
}

// lines gives a file with its blocks changed, and tells of the notes.
func (e *Edit) lines(old string, noted func(string, int, string)) (string, error) {
	lines := strings.Split(strings.TrimSuffix(old, "\n"), "\n")
	if old == "" {
		lines = nil
	}
	starts, err := e.starts(lines)
	if err != nil {
		return "", err
	}
	var after []string
	next := 0 // the first line not yet written
	for i, b := range e.Blocks {
		if starts[i] < next {
			return "", fmt.Errorf("two blocks overlap at line %d", starts[i]+1)
		}
		after = append(after, lines[next:starts[i]]...)
		next = starts[i]
		for _, l := range b {
			if l.Sign != '+' {
				next++
			}
			if l.Sign == '-' {
				continue
			}
			after = append(after, l.Text)
			if l.Note != "" && noted != nil {
				noted(e.File, len(after), l.Note)
			}
		}
	}
	after = append(after, lines[next:]...)
	if len(after) == 0 {
		return "", nil
	}
	return strings.Join(after, "\n") + "\n", nil
}

// starts are where the blocks stand among the lines of a file.
func (e *Edit) starts(lines []string) ([]int, error) {
	starts := make([]int, len(e.Blocks))
	for i, b := range e.Blocks {
		var before []string
		for _, l := range b {
			if l.Sign != '+' {
				before = append(before, l.Text)
			}
		}
		if e.Verb == "add" {
			continue
		}
		at := find(lines, before)
		if len(at) != 1 {
			return nil, fmt.Errorf("these lines stand in %d places and not in one:\n%s", len(at), strings.Join(before, "\n"))
		}
		starts[i] = at[0]
		if i > 0 && at[0] < starts[i-1] {
			return nil, fmt.Errorf("the blocks do not stand in the order of the file: %s", strings.Join(before, "\n"))
		}
	}
	return starts, nil
}

// find lists where some lines stand in a row.
func find(lines, wanted []string) (at []int) {
	for i := 0; i+len(wanted) <= len(lines); i++ {
		if slices.Equal(lines[i:i+len(wanted)], wanted) {
			at = append(at, i)
		}
	}
	return at
}
