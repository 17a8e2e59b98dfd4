package main

import (
	"regexp"
	"strings"
)

// outline is the headings of a document that has a table of contents, in the
// order of their lines. It is empty for the others.
type outline []heading

// heading is one heading of the body. Number is "3.1", or the words of a
// heading that has no number.
type heading struct {
	line   int
	number string
}

// What stands before the first heading, and the headings without a number.
const (
	titlePage = "Titelsida"
	summary   = "Sammanfattning"
	contents  = "Innehåll"
)

var (
	// 2.1 Befintlig struktur samverkansgrupper.....	5
	contentsEntry = regexp.MustCompile(`^(\d+(?:\.\d+)*)\.? (.+?)\.*\t\d+$`)
	bodyHeading   = regexp.MustCompile(`^(\d+(?:\.\d+)*)\.? (.+)$`)
)

// parseOutline finds the headings that the table of contents lists. A line of
// the body is a heading only if it has a listed number and the listed words:
// an item of a numbered list is none.
func parseOutline(lines []string) outline {
	listed := map[string]string{} // words by number
	inContents := false
	var o outline
	for i, line := range lines {
		line = strings.TrimSpace(line)
		switch {
		case line == summary && o == nil:
			o = append(o, heading{1, titlePage}, heading{i + 1, summary})
		case line == contents && len(listed) == 0:
			o = append(o, heading{i + 1, contents})
			inContents = true
		case inContents && contentsEntry.MatchString(line):
			m := contentsEntry.FindStringSubmatch(line)
			listed[m[1]] = m[2]
		default:
			if m := bodyHeading.FindStringSubmatch(line); m != nil && listed[m[1]] == m[2] {
				o = append(o, heading{i + 1, m[1]})
				inContents = false
			}
		}
	}
	if len(listed) == 0 {
		return nil
	}
	return o
}

// at returns the number of the heading that a line lies under.
func (o outline) at(line int) string {
	number := ""
	for _, h := range o {
		if h.line > line {
			break
		}
		number = h.number
	}
	return number
}
