package text

import (
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
)

func TestHidden(t *testing.T) {
	for _, r := range []rune{0, 7, '\n', '\r', 0x1b, 0x7f, 0x85, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200f, 0x2028, 0x202e, 0x2060, 0x2069, 0x206f, 0x3164, 0xfeff, 0xffa0, 0xfff6, 0xfffb, 0xffff, 0x1d173, 0xe0001, 0xe0100} {
		assert.True(t, Hidden(r), "%U", r)
	}
	for _, r := range []rune{'\t', ' ', 'a', 'å', 'Ö', 'é', 0xa0, 0x301, '–', '”', '…', '日', '👍', 0xfe0f, 0xfffd} {
		assert.False(t, Hidden(r), "%U", r)
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point) && r != '\t' {
			assert.True(t, Hidden(r), "%U", r)
		}
	}
}
