package render

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"kort", 10, []string{"kort"}},
		{"ingen bredd bryter inget", 0, []string{"ingen bredd bryter inget"}},
		{"två rader\nutan bredd\n", 0, []string{"två rader", "utan bredd"}},
		{"åäö åäö åäö", 7, []string{"åäö åäö", "åäö"}},
		{"a\u030a a\u030a a\u030a", 3, []string{"a\u030a a\u030a", "a\u030a"}}, // a mark takes no column
		{"日本 日本 日本", 9, []string{"日本 日本", "日本"}},                               // two columns each
		{"日本 日本 日本", 8, []string{"日本", "日本", "日本"}},
		{"👍 👍 👍", 5, []string{"👍 👍", "👍"}},
		{"överenskommelse är lång", 8, []string{"överenskommelse", "är lång"}}, // a word is not broken
		{"4\u00a0680 prövningar", 8, []string{"4\u00a0680", "prövningar"}},
		{"rör 4\u00a0680 prövningar", 9, []string{"rör 4\u00a0680", "prövningar"}},
		{"rör 44\u00a0680 nu", 7, []string{"rör", "44\u00a0680", "nu"}}, // nor at a space that does not break
		{"  blanka   tecken  ", 20, []string{"blanka tecken"}},
		{"ett stycke\n\när ett till", 20, []string{"ett stycke", "", "är ett till"}},
	} {
		assert.Equal(t, c.want, Wrap(c.text, c.width), "%q at %d", c.text, c.width)
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("åäö a\u030a 日本 👍 \x1b[31m 4\u00a0680", 7)
	f.Fuzz(func(t *testing.T, s string, width int) {
		s, width = Safe(s), max(1, width%200)
		for _, line := range Wrap(s, width) {
			assertInert(t, line)
			assert.False(t, columns(line) > width && strings.Contains(line, " "), "%q is wider than %d", line, width)
		}
		assert.Equal(t, words(s), words(strings.Join(Wrap(s, width), " ")), "no word is lost or moved")
	})
}
