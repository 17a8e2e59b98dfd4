package render

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/rule"
)

func TestExcerpt(t *testing.T) {
	long := "note: " + strings.Repeat("åäö ", 60)
	for name, c := range map[string]struct {
		line         string
		column, end  int
		width        int
		shown, under string
	}{
		"ascii":                {"type: group", 7, 12, 80, "type: group", "      ^^^^^"},
		"å before":             {"namn: Åsö å: x", 13, 15, 80, "namn: Åsö å: x", "            ^^"},
		"tab is one column":    {"\ta:\tb", 5, 6, 80, " a: b", "    ^"},
		"wide characters":      {"日本: x", 5, 6, 80, "日本: x", "      ^"},
		"wide value":           {"x: 日本", 4, 6, 80, "x: 日本", "   ^^^^"},
		"combining mark":       {"a\u030ab: x", 6, 7, 80, "a\u030ab: x", "    ^"},
		"emoji":                {"👍: x", 4, 5, 80, "👍: x", "    ^"},
		"hidden":               {"a\u202eb: x", 6, 7, 80, "a\ufffdb: x", "     ^"},
		"not UTF-8":            {"a\xe5b: x", 6, 7, 80, "a\ufffdb: x", "     ^"},
		"crlf":                 {"type: group\r", 7, 12, 80, "type: group", "      ^^^^^"},
		"empty span":           {"type:", 6, 6, 80, "type:", "     ^"},
		"column past the line": {"type:", 99, 120, 80, "type:", "     ^"},
		"no column":            {"type:", 0, 0, 80, "type:", "^"},
		"cut after":            {long, 1, 5, 40, "note: åäö åäö åäö åäö åäö åäö å…", "^^^^"},
		"cut on both sides":    {long, 103, 106, 40, "…ö åäö åäö åäö åäö åäö åäö åäö …", "           ^^^"},
		"cut before":           {long, 243, 246, 40, "…ö åäö åäö åäö ", "           ^^^"},
		"wide and cut":         {strings.Repeat("日", 40), 30, 31, 40, "…日日日日日日日日日日日日日日日…", "           ^^"},
		"a mark is not left":   {strings.Repeat("a\u030a", 90), 101, 103, 40, "…a\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030aa\u030a…", "           ^"},
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			f := FindingsText{Width: c.width, Lines: func(string) [][]byte { return [][]byte{[]byte(c.line)} }}
			f.excerpt(&b, &rule.Finding{Place: rule.Place{At: rule.Position{Line: 1, Column: c.column, EndLine: 1, EndColumn: c.end}}})
			shown, under, ok := strings.Cut(strings.TrimSuffix(b.String(), "\n"), "\n")
			require.True(t, ok)
			assert.Equal(t, "   1 │ "+c.shown, shown)
			assert.Equal(t, "     │ "+c.under, under)
			assert.LessOrEqual(t, columns(shown), c.width)
			assert.LessOrEqual(t, columns(under), c.width)
		})
	}
}

// TestExcerptPointsAtTheSpan slides a span along a line of all widths and
// checks that the carets stand under what the span holds.
func TestExcerptPointsAtTheSpan(t *testing.T) {
	line := []rune(strings.Repeat("aå日👍\tb", 20))
	for width := 30; width <= 130; width += 25 {
		for at := range line {
			cut, from, to := window([]rune(Safe(string(line))), at, at+1, width-8)
			require.Equal(t, 1, to-from, "the span is whole")
			assert.Equal(t, Safe(string(line[at])), string(cut[from:to]), "column %d at %d", at+1, width)
			assert.LessOrEqual(t, columns(string(cut)), width-8)
		}
	}
}

func TestExcerptIsLeftOut(t *testing.T) {
	for name, at := range map[string]rule.Position{"line 0": {}, "line past the file": {Line: 2, Column: 1}, "empty line": {Line: 1, Column: 1, EndLine: 1, EndColumn: 2}} {
		var b strings.Builder
		f := FindingsText{Lines: func(string) [][]byte { return [][]byte{nil} }}
		f.excerpt(&b, &rule.Finding{Place: rule.Place{At: at}})
		assert.Empty(t, b.String(), name)
	}
}
