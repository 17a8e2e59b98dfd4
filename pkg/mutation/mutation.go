// Package mutation reads small edits of a registry that stand in a table in
// Markdown, and makes them. Only tests use it.
//
// A table has headings and fenced blocks. Everything else in it is for people:
//
//	## the section
//	### The entry's title
//	```diff
//	on 2025-03-01                       a setting: a name and a value
//	edit agreements/bus.yaml            what is done to a file
//	 responsible:                       a line that stays
//	-  - group: bus                     a line that goes
//	+  - group: buss     ← a note       a line that comes, with a note on it
//	```
//
// What can be done to a file: edit FILE, add FILE, delete FILE, copy FILE to
// FILE and move FILE to FILE (both with or without edits), and see FILE where
// nothing is done and a line has a note. An empty line says that what follows
// stands further down in the same file. The lines that stay and go must stand
// in a row in exactly one place of the file. What cannot be seen is written
// ‹U+202E› (a character) or ‹0xFF› (a byte).
package mutation

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Entry is an entry of a table.
type Entry struct {
	Section, Title string
	Place          string // in the table, for messages
	Settings       map[string]string
	Edits          []Edit
}

// Edit is what is done to one file.
type Edit struct {
	Verb   string // edit, see, add, delete, copy or move
	File   string // as it is called afterwards
	From   string // what is copied or moved
	Blocks []Block
}

// Block is some lines in a row, as they are before and after.
type Block []Line

// Line is a line of a block.
type Line struct {
	Sign byte // '-' before, '+' after, ' ' both
	Text string
	Note string // what stands after the arrow
}

// Parse reads a table. The names of the settings are those that an entry may
// have.
func Parse(name, table string, settings ...string) ([]*Entry, error) {
	var all []*Entry
	section, title := "", ""
	var e *Entry // the one whose block is read
	for i, line := range strings.Split(table, "\n") {
		place := fmt.Sprintf("%s:%d", name, i+1)
		var err error
		switch {
		case e != nil && line == "```":
			err = e.finish()
			all = append(all, e)
			e = nil
		case e != nil:
			err = e.read(line, settings)
		case strings.HasPrefix(line, "## "):
			section, title = strings.TrimPrefix(line, "## "), ""
		case strings.HasPrefix(line, "### "):
			title = strings.TrimPrefix(line, "### ")
		case line == "```diff":
			if section == "" || title == "" {
				return nil, fmt.Errorf("%s: edits without a section and a title", place)
			}
			e = &Entry{Section: section, Title: title, Place: place, Settings: map[string]string{}}
			title = ""
		case strings.HasPrefix(line, "```"):
			err = fmt.Errorf("a fenced block begins with ```diff")
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", place, err)
		}
	}
	if e != nil {
		return nil, fmt.Errorf("%s: the block has no end", e.Place)
	}
	return all, nil
}

// read reads a line of a block.
func (e *Entry) read(line string, settings []string) error {
	if line == "" { // what follows stands elsewhere in the file
		if n := len(e.Edits); n > 0 {
			e.Edits[n-1].Blocks = append(e.Edits[n-1].Blocks, nil)
		}
		return nil
	}
	if sign := line[0]; strings.IndexByte("+- ", sign) >= 0 {
		return e.readLine(sign, line[1:])
	}
	words := strings.Fields(line)
	edit := Edit{Verb: words[0]}
	switch {
	case slices.Contains(settings, words[0]) && len(words) == 2:
		e.Settings[words[0]] = words[1]
		return nil
	case slices.Contains([]string{"edit", "see", "add", "delete"}, words[0]) && len(words) == 2:
		edit.File = words[1]
	case slices.Contains([]string{"copy", "move"}, words[0]) && len(words) == 4 && words[2] == "to":
		edit.From, edit.File = words[1], words[3]
	default:
		return fmt.Errorf("%q is not understood", line)
	}
	e.Edits = append(e.Edits, edit)
	return nil
}

// readLine reads a line of a file into the last block.
func (e *Entry) readLine(sign byte, line string) error {
	if len(e.Edits) == 0 {
		return fmt.Errorf("a line without a file")
	}
	edit := &e.Edits[len(e.Edits)-1]
	if edit.Verb == "delete" || edit.Verb == "see" && sign != ' ' || edit.Verb == "add" && sign != '+' {
		return fmt.Errorf("%s does not go with a line that begins with %q", edit.Verb, sign)
	}
	if len(edit.Blocks) == 0 {
		edit.Blocks = append(edit.Blocks, nil)
	}
	l, err := parseLine(sign, line)
	last := &edit.Blocks[len(edit.Blocks)-1]
	*last = append(*last, l)
	return err
}

// finish checks an entry that has been read.
func (e *Entry) finish() error {
	for i := range e.Edits {
		edit := &e.Edits[i]
		edit.Blocks = slices.DeleteFunc(edit.Blocks, func(b Block) bool { return len(b) == 0 })
		if !fs.ValidPath(edit.File) {
			return fmt.Errorf("%q is not a path", edit.File)
		}
		if (edit.Verb == "edit" || edit.Verb == "see") && len(edit.Blocks) == 0 {
			return fmt.Errorf("%s %s has no lines", edit.Verb, edit.File)
		}
	}
	return nil
}

// arrow parts a line of a file from the note on it.
const arrow = "← "

func parseLine(sign byte, line string) (Line, error) {
	l := Line{Sign: sign}
	before, note, noted := strings.Cut(line, arrow)
	l.Text = before
	if noted {
		l.Text, l.Note = strings.TrimRight(before, " "), note
		if sign == '-' {
			return l, fmt.Errorf("a note on a line that is gone")
		}
	}
	var err error
	l.Text, err = unescape(l.Text)
	return l, err
}

var escape = regexp.MustCompile(`‹(U\+|0x)([0-9A-F]+)›`)

// unescape puts in the characters and bytes that could not be seen in a table:
// ‹U+202E› and ‹0xFF›.
func unescape(s string) (string, error) {
	var failed error
	s = escape.ReplaceAllStringFunc(s, func(found string) string {
		parts := escape.FindStringSubmatch(found)
		n, err := strconv.ParseUint(parts[2], 16, 21)
		if err != nil || parts[1] == "0x" && n > 0xFF {
			failed = fmt.Errorf("%s is no character or byte", found)
		}
		if parts[1] == "0x" {
			return string([]byte{byte(n)})
		}
		return string(rune(n))
	})
	return s, failed
}
