package text

// Hidden reports whether a character is invisible, is obeyed by a terminal
// instead of shown, or turns the direction of the text, so that a reviewer
// sees something else than the program. A tab is none; CR and LF are, and
// whoever knows them to end a line says so first.
func Hidden(r rune) bool {
	switch {
	case r < 0x20 && r != '\t', r >= 0x7f && r < 0xa0, // controls
		r == 0xad, r == 0x34f, r == 0x61c, // soft hyphen, joiner, mark of direction
		r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5, r == 0x3164, r == 0xffa0, // fillers
		r == 0x180e, r >= 0x200b && r <= 0x200f, // zero width, marks of direction
		r == 0x2028, r == 0x2029, // ends of lines and paragraphs
		r >= 0x202a && r <= 0x202e,              // embeddings and overrides
		r >= 0x2060 && r <= 0x206f,              // joiners, isolates
		r == 0xfeff, r >= 0xfff9 && r <= 0xfffb, // byte order mark, annotations
		r == 0xfffe, r == 0xffff, // no characters at all
		r >= 0x1d173 && r <= 0x1d17a, // beams and slurs
		r >= 0xe0000 && r <= 0xe0fff: // tags, selectors of variants
		return true
	}
	return false
}
