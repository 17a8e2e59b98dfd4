package text

import "unicode"

// Hidden reports whether a character is invisible, is obeyed by a terminal
// instead of shown, or turns the direction of the text, so that a reviewer
// sees something else than the program: the controls, the formatting
// characters, the ends of lines and paragraphs, and what Unicode says may be
// ignored when shown. A tab is none; CR and LF are, and whoever knows them to
// end a line says so first. The selectors of variants that emoji carry are none.
func Hidden(r rune) bool {
	switch {
	case r < 0x7f:
		return r < 0x20 && r != '\t'
	case r < 0xa0, r == 0xad: // DEL and the C1 controls, the soft hyphen
		return true
	case r < 0x34f: // every letter of Swedish and its neighbours
		return false
	case r == 0x17b4, r == 0x17b5, r == 0xfffe, r == 0xffff: // inherent vowels, no characters at all
		return true
	case r >= 0xe0000 && r <= 0xe0fff: // tags, selectors of variants
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point)
}
