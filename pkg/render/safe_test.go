package render

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hostile are texts that a registry from a stranger may hold, and the same
// texts as a terminal may be given them.
var hostile = map[string]string{
	"\x1b[31mröd\x1b[0m":              "\ufffd[31mröd\ufffd[0m",
	"\x1b]0;titel\a":                  "\ufffd]0;titel\ufffd",
	"\x1b]8;;https://ond.se\x1b\\här": "\ufffd]8;;https://ond.se\ufffd\\här",
	"\u009b2Jborta":                   "\ufffd2Jborta",
	"bak\b\b\bfram":                   "bak\ufffd\ufffd\ufffdfram",
	"åter\rskrivet":                   "åter skrivet",
	"rad\n::error::x":                 "rad ::error::x",
	"a\tb\vc\fd":                      "a b\ufffdc\ufffdd",
	"noll\x00":                        "noll\ufffd",
	"exe.\u202etxt":                   "exe.\ufffdtxt",
	"\u2066isolerad\u2069":            "\ufffdisolerad\ufffd",
	"arabisk\u061cmarkör":             "arabisk\ufffdmarkör",
	"osyn\u200bligt":                  "osyn\ufffdligt",
	"mjukt\u00adstreck":               "mjukt\ufffdstreck",
	"hangul\u3164":                    "hangul\ufffd",
	"tagg\U000e0041":                  "tagg\ufffd",
	"rad\u2028slut":                   "rad\ufffdslut",
	"inte utf-8: \xe5\xe4":            "inte utf-8: \ufffd\ufffd",
	"Åsa – ”ja” €\u00a05":             "Åsa – ”ja” €\u00a05",
	"a\u030angström":                  "a\u030angström",
}

func TestSafe(t *testing.T) {
	for in, want := range hostile {
		assert.Equal(t, want, Safe(in))
	}
}

func TestSafeKeepsColumns(t *testing.T) {
	for in := range hostile {
		assert.Equal(t, utf8.RuneCountInString(in), utf8.RuneCountInString(Safe(in)), "%q", in)
	}
}

// TestJSONIsInert checks that JSON neither loses a character nor gives one to
// the terminal that it would obey.
func TestJSONIsInert(t *testing.T) {
	for in := range hostile {
		in = strings.ToValidUTF8(in, "\ufffd")
		var b strings.Builder
		require.NoError(t, JSON(&b, map[string]string{in: in}))
		assertInert(t, strings.ReplaceAll(b.String(), "\n", ""))
		var back map[string]string
		require.NoError(t, json.Unmarshal([]byte(b.String()), &back))
		assert.Equal(t, map[string]string{in: in}, back)
	}
	var b strings.Builder
	require.NoError(t, JSON(&b, "åäö < & > ”€” 日本"))
	assert.Equal(t, "\"åäö < & > ”€” 日本\"\n", b.String())
}

func TestTableIsInert(t *testing.T) {
	for in, want := range hostile {
		table := Table{Header: []string{"Namn", "Antal"}, Rows: [][]string{{in, "1"}, {"två", in}}}
		for _, width := range []int{0, 80, 8} {
			var b strings.Builder
			require.NoError(t, table.Write(&b, width, Style{}))
			assertInert(t, strings.ReplaceAll(b.String(), "\n", ""))
			if width == 0 {
				assert.Contains(t, b.String(), want)
				assert.Equal(t, 3, strings.Count(b.String(), "\n"), "%q is one row", in)
			}
		}
		var b strings.Builder
		require.NoError(t, table.Markdown(&b))
		assertInert(t, strings.ReplaceAll(b.String(), "\n", ""))
		assert.Equal(t, 4, strings.Count(b.String(), "\n"), "%q is one row", in)
	}
}

func TestMarkdownText(t *testing.T) {
	for in, want := range map[string]string{
		"@alla":                        "@<!-- -->alla",
		"asa@example.org":              "asa@<!-- -->example.org",
		"se #12":                       `se \#<!-- -->12`,
		"https://ond.example":          "https:<!-- -->//ond.example",
		"www.ond.example":              "www<!-- -->.ond.example",
		"[här](javascript:x)":          `\[här\](javascript:x)`,
		"![bild](x.png)":               `\!\[bild\](x.png)`,
		"<img src=x onerror=alert(1)>": "&lt;img src=x onerror=alert(1)&gt;",
		"<!-- -->":                     "&lt;\\!-- --&gt;",
		"&#64;alla":                    "&amp;\\#<!-- -->64;alla",
		"a | b":                        `a \| b`,
		`a \| b`:                       `a \\\| b`,
		"`rm -rf`":                     "\\`rm -rf\\`",
		"**fet** _kursiv_ ~struken~":   `\*\*fet\*\* \_kursiv\_ \~struken\~`,
		"$x^2$":                        `\$x^2\$`,
		"två\nrader":                   "två rader",
		"Åsa Östlund, 5 %":             "Åsa Östlund, 5 %",
	} {
		assert.Equal(t, want, MarkdownText(in))
	}
}

func FuzzSafe(f *testing.F) {
	for in := range hostile {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := Safe(s)
		assertInert(t, out)
		assert.Equal(t, utf8.RuneCountInString(s), utf8.RuneCountInString(out))
		assert.Equal(t, out, Safe(out), "safe text stays as it is")
	})
}

// unescaped finds, in what MarkdownText wrote and its own escapes are taken
// out of, a sign that Markdown or GitHub would obey.
func unescaped(s string) string {
	s = strings.ReplaceAll(s, part, "\x00")
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '@', '#':
			if i+1 >= len(s) || s[i+1] != 0 {
				return s[i:]
			}
		case '|', '`', '*', '_', '[', ']', '<', '>', '~', '!', '$', '\n':
			return s[i:]
		case ':':
			if strings.HasPrefix(s[i:], "://") {
				return s[i:]
			}
		}
	}
	return ""
}

func FuzzMarkdownText(f *testing.F) {
	for in := range hostile {
		f.Add(in)
	}
	f.Add("@alla #1 https://x [a](b) ![c](d) <e> | ` * _ ~ $ \\")
	f.Fuzz(func(t *testing.T, s string) {
		out := MarkdownText(s)
		assertInert(t, out)
		assert.Empty(t, unescaped(out), "%q", out)
	})
}

// assertInert checks that a text holds no character that a terminal obeys or
// hides, by another list than the one of Safe.
func assertInert(t *testing.T, s string) {
	t.Helper()
	require.True(t, utf8.ValidString(s), "%q is not UTF-8", s)
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Bidi_Control, r), unicode.Is(unicode.Zl, r), unicode.Is(unicode.Zp, r),
			unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r), r >= 0x200b && r <= 0x200d, r == 0xfeff:
			require.Failf(t, "not inert", "%U in %q", r, s)
		}
	}
}
