package render

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// markup are words that mean something to Markdown, HTML or GitHub.
var markup = []string{
	"@alla", "@org/team", "#1", "GH-1 org/repo#2", "https://ond.example/x", "www.ond.example", "a@b.example", "[a](https://b.example)",
	"![a](https://b.example/p.png)", "<img src=x onerror=alert(1)>", "</details></summary><script>", "<!--", "-->", "```", "~~~", "`x`", "- x", "+ x", "* x",
	"1. x", "12) x", "# x", "> x", "---", "***", "===", "+", "-", "1.", "    kod", "\tkod", "| a | b |", "[ ] x", "- [ ] x", "[a]: https://b.example", "**x**", "~~x~~",
	"_x_", "x\\", "\\", "&lt;b&gt;", "&#64;alla", "$x$", "{{.}}", "a\n\nb", "a\r\n# b", ":tada:", "<https://b.example>", "Åsa, 5 %", "",
}

// nasty has the same words wherever a text has room for some.
func nasty(s string) Doc {
	spans := []Span{{Plain, s}, {Strong, s}, {Plain, " " + s + " "}, {Old, s}, {New, s}, {Faint, s}}
	items := []Item{
		{Sign: Bullet, Spans: []Span{{Plain, s}}},
		{Sign: Heading, Spans: spans, Items: []Item{{Sign: Plus, Spans: spans}, {Sign: Bullet, Spans: []Span{{Plain, s}}, Items: []Item{Words(Heading, s)}}}},
		{Sign: Tilde, Spans: []Span{{Strong, s}}},
	}
	return Doc{
		Title: s, Lead: []Item{Words(Bullet, s), {Spans: spans}},
		Sections: []Section{
			{Heading: s, Items: items},
			{Heading: s, Items: items, Fold: true},
			{Heading: s, Table: &Table{Header: []string{"Namn", s}, Rows: [][]string{{s, s}, {"x", s}}}},
		},
	}
}

func FuzzDoc(f *testing.F) {
	for in := range hostile {
		f.Add(in)
	}
	for _, in := range markup {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		harmless := "x"
		if strings.TrimSpace(Safe(s)) == "" {
			harmless = ""
		}
		checkDoc(t, nasty(s), nasty(harmless))
	})
}

// TestDocsOfTwoTexts puts each pair of hostile words next to each other.
func TestDocsOfTwoTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	for i, a := range markup {
		for j, b := range markup {
			if (i+j)%9 != 0 {
				continue // so that the test takes a second or two
			}
			if strings.TrimSpace(a) != "" && strings.TrimSpace(b) != "" {
				checkDoc(t, nasty(a+" "+b), nasty("x"))
			}
		}
	}
}

// checkDoc demands of every format that words are words: whatever they are, the
// markup is that of the same text with harmless words.
func checkDoc(t *testing.T, d, harmless Doc) {
	t.Helper()
	for _, width := range []int{0, 30} {
		var b strings.Builder
		require.NoError(t, DocText{Width: width}.Write(&b, d))
		assertInert(t, strings.ReplaceAll(b.String(), "\n", ""))
	}
	assert.Equal(t, tags(t, harmless), tags(t, d))
	for _, fold := range []int{0, 1} {
		m := DocMarkdown{Fold: fold}
		out := writtenDoc(t, m, d)
		assert.Equal(t, docStructure(t, writtenDoc(t, m, harmless)), docStructure(t, out), "%s", out)
		assertNoMention(t, out)
	}
	for _, most := range []int{100, 300, 1000} {
		m := DocMarkdown{Fold: 1, Most: most, Rest: "Resten får inte plats. @alla"}
		out := writtenDoc(t, m, d)
		assert.LessOrEqual(t, utf8.RuneCountInString(out), most)
		assert.Equal(t, strings.Count(out, "<details>"), strings.Count(out, "</details>"), "%s", out)
		docStructure(t, out)
		assertNoMention(t, out)
	}
}

func writtenDoc(t *testing.T, m DocMarkdown, d Doc) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, m.Write(&b, d))
	assertInert(t, strings.ReplaceAll(b.String(), "\n", ""))
	return b.String()
}

// assertNoMention checks that each sign that names a person or an issue on
// GitHub is parted from what follows it.
func assertNoMention(t *testing.T, out string) {
	t.Helper()
	out = strings.NewReplacer("<details>", "", "</details>", "", "&#39;", "", "&#34;", "").Replace(out)
	out = regexp.MustCompile(`(?m)^#{2,3} `).ReplaceAllString(out, "")
	assert.NotRegexp(t, `@([^<]|$)`, out)
	assert.NotRegexp(t, `#([^<]|$)`, out)
	assert.NotRegexp(t, `://|(?i)www\.`, out)
}

// docStructure lists the blocks of a Markdown text as GitHub's dialect reads it,
// and fails on what no text of ours has.
func docStructure(t *testing.T, out string) []string {
	t.Helper()
	source := []byte(out)
	doc := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(source))
	var kinds []string
	err := ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text, *ast.String, *ast.Emphasis:
			return ast.WalkContinue, nil
		case *ast.RawHTML:
			var raw strings.Builder
			for i := range n.Segments.Len() {
				at := n.Segments.At(i)
				raw.Write(at.Value(source))
			}
			assert.Equal(t, part, raw.String())
			return ast.WalkContinue, nil
		case *ast.HTMLBlock:
			line := n.Lines().At(0)
			assert.Regexp(t, `^</?details>\n$`, string(line.Value(source)), "%s", out)
		case *ast.Link, *ast.AutoLink, *ast.Image, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.CodeSpan, *ast.ThematicBreak, *ast.Blockquote:
			assert.Failf(t, "markup", "%s in %s", n.Kind(), out)
		}
		if kind := n.Kind().String(); kind != "Strikethrough" {
			kinds = append(kinds, kind)
		}
		return ast.WalkContinue, nil
	})
	require.NoError(t, err)
	return kinds
}

// tags lists the tags of a page, with their attributes.
func tags(t *testing.T, d Doc) []string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, DocHTML{Lang: "sv"}.Write(&b, d))
	assertInert(t, strings.ReplaceAll(b.String(), "\n", ""))
	var out []string
	rest := b.String()
	for {
		before, after, found := strings.Cut(rest, "<")
		assert.NotContains(t, strings.ReplaceAll(before, "\n", ""), "<")
		if !found {
			return out
		}
		tag, following, closed := strings.Cut(after, ">")
		require.True(t, closed)
		out, rest = append(out, tag), following
	}
}

func TestFoldedHeadingMentionsNobody(t *testing.T) {
	out := writtenDoc(t, DocMarkdown{Fold: 1}, Doc{Sections: []Section{{Heading: "@alla #1 <b>", Fold: true, Items: []Item{Words(Plus, "a"), Words(Plus, "b")}}}})
	assert.Contains(t, out, "<summary><b>@<!-- -->alla #<!-- -->1 &lt;b&gt;</b></summary>")
}

func TestMarkdownWordsThatBeginABlock(t *testing.T) {
	for in, want := range map[string]string{
		"- x": `\- x`, "+ x": `\+ x`, "1. x": `1\. x`, "12) x": `12\) x`, "---": `\---`, "-": `\-`, "-x": "-x", "1.5 x": "1.5 x", "2026-01-01": "2026-01-01", "": "",
	} {
		assert.Equal(t, "- "+want+"\n", strings.TrimPrefix(writtenDoc(t, DocMarkdown{}, Doc{Sections: []Section{{Heading: "h", Items: []Item{Words(Bullet, in)}}}}), "### h\n\n")[:len(want)+3])
	}
}
