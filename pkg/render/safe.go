// Package render writes findings and tables in each format. It knows no
// domain: it is given values and texts, and a language.
package render

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/text"
)

// Safe makes a text harmless on a terminal: control characters, and the
// characters that are invisible or turn the direction of the text, are written
// as U+FFFD, and the ends of lines as spaces. A registry may come from a
// stranger. Each character becomes one character, so that columns stay right.
// GitHub obeys a command such as ##[add-mask] wherever it stands in a line of a
// log, so its bracket is written so too.
func Safe(s string) string {
	s = strings.ReplaceAll(s, logCommand, logCommand[:2]+"\ufffd")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r':
			return ' '
		case text.Hidden(r):
			return '\ufffd'
		}
		return r
	}, s)
}

// logCommand begins a command to a log, anywhere in a line.
const logCommand = "##["
