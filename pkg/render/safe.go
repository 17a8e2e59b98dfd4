// Package render writes findings and tables in each format. It knows no
// domain: it is given values and texts, and a language.
package render

import "strings"

// Safe makes a text harmless on a terminal: control characters, and the
// characters that are invisible or turn the direction of the text, are written
// as U+FFFD. A registry may come from a stranger.
func Safe(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e,
			r >= 0x2060 && r <= 0x206f, r == 0x2028, r == 0x2029, r == 0xfeff, r >= 0xe0000 && r <= 0xe007f:
			return '\ufffd'
		}
		return r
	}, s)
}
