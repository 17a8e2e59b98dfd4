package render

import (
	"io"
	"strings"
)

// Markdown writes the table in GitHub's Markdown. Nothing in a cell is markup.
func (t Table) Markdown(w io.Writer) error {
	var b strings.Builder
	row := func(cells []string) {
		for _, c := range cells {
			b.WriteString("| " + MarkdownText(c) + " ")
		}
		b.WriteString("|\n")
	}
	row(t.Header)
	for i := range t.Header {
		if i < len(t.Right) && t.Right[i] {
			b.WriteString("| ---: ")
			continue
		}
		b.WriteString("| --- ")
	}
	b.WriteString("|\n")
	for _, r := range t.Rows {
		row(r)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "|", `\|`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;", "@", "&#64;", "#", `\#`, "~", `\~`, "!", `\!`, "\n", " ",
)

// MarkdownText writes a text so that Markdown shows it as it is: no link, no
// picture, no mention of a person.
func MarkdownText(s string) string { return markdownEscapes.Replace(Safe(s)) }
