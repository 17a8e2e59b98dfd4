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
	if t.Total != nil {
		row(t.Total)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// GitHub and GitLab look for @name, #1 and addresses in the text that Markdown
// gives, where an escape is no longer seen. A comment parts the sign from what
// follows it, and is not shown.
const part = "<!-- -->"

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "|", `\|`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "$", `\$`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;", "~", `\~`, "!", `\!`, "#", `\#`+part, "@", "@"+part,
	"://", ":"+part+"//", "www.", "www"+part+".", "WWW.", "WWW"+part+".",
)

// MarkdownText writes a text so that Markdown shows it as it is: no markup, no
// link, no picture, and no mention of a person or an issue.
func MarkdownText(s string) string { return markdownEscapes.Replace(Safe(s)) }
