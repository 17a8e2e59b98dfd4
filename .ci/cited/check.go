package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// check opens the line of a citation and returns what is wrong with it, or "".
func (d *document) check(c cite) string {
	if c.line == 0 {
		return d.checkWithoutLine(c)
	}
	line, ok := d.line(c.line)
	if !ok {
		return fmt.Sprintf("line %d: the document has %d lines", c.line, len(d.lines))
	}
	fault := func(what, expected string) string {
		return fmt.Sprintf("line %d: %s\n\tthe line: %s\n\texpected: %s", c.line, what, line, expected)
	}
	if d.outline != nil && c.section != "" {
		if under := d.outline.at(c.line); c.section != under {
			return fault(fmt.Sprintf("it lies under section %q", under), fmt.Sprintf("section %q", c.section))
		}
	}
	text := plain(line)
	if c.says != "" && !strings.Contains(text, plain(c.says)) {
		return fault("it does not hold the wording", c.says)
	}
	for _, f := range c.figures {
		if !f.in(text) && !f.counts(d.listAfter(c.line)) {
			return fault("it does not hold the figure", f.String())
		}
	}
	if c.says == "" && len(c.figures) == 0 && !holdsAny(text, c.names) {
		return fault("it holds no name of what cites it", oneOf(c.names))
	}
	return ""
}

// checkWithoutLine judges a citation of the document as a whole. A wording
// without a line must stand somewhere.
func (d *document) checkWithoutLine(c cite) string {
	if c.says == "" {
		return ""
	}
	for _, line := range d.lines {
		if strings.Contains(plain(line), plain(c.says)) {
			return ""
		}
	}
	return fmt.Sprintf("no line of it holds the wording\n\texpected: %s", c.says)
}

// plain is a line without the asterisks of Markdown, which are no part of the
// wording.
func plain(line string) string { return strings.ReplaceAll(line, "*", "") }

func holdsAny(text string, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return holdsName(text, plain(name)) })
}

// holdsName reports whether a text holds a name that no word begins before:
// "UM" is not in "FORUM". An ending is allowed, since Swedish adds one.
func holdsName(text, name string) bool {
	for from := 0; name != ""; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return false
		}
		at := from + i
		if before, _ := utf8.DecodeLastRuneInString(text[:at]); !unicode.IsLetter(before) {
			return true
		}
		from = at + len(name)
	}
	return false
}

func oneOf(names []string) string {
	if len(names) == 0 {
		return "`says`, since what cites it has no name"
	}
	return fmt.Sprintf("one of %q", names)
}

// listAfter is how many items the list has that a line introduces.
func (d *document) listAfter(line int) int {
	items := 0
	for _, l := range d.lines[line:] {
		switch {
		case strings.HasPrefix(l, "- "):
			items++
		case strings.TrimSpace(l) != "":
			return items
		}
	}
	return items
}
