package render

import (
	"html"
	"io"
	"regexp"
	"strings"
)

// DocMarkdown writes a text as GitHub's Markdown, for a comment on a pull
// request. Nothing in the words is markup: they cannot mention a person, link,
// load a picture or end the list they stand in.
type DocMarkdown struct {
	// Fold is from how many lines a section that may be hidden is; 0 for never.
	Fold int
	// Most is how many characters the whole may have; 0 for any number. What does
	// not fit is left out, section by section and entry by entry, and Rest says so.
	Most int
	Rest string
}

// Write writes the title as a heading of the second level, the sections as of
// the third.
func (m DocMarkdown) Write(w io.Writer, d Doc) error {
	b := bounded{most: m.Most, rest: "\n" + MarkdownText(m.Rest) + "\n"}
	if d.Title != "" {
		b.add("## " + MarkdownText(d.Title) + "\n\n")
	}
	for _, i := range d.Lead {
		b.add(m.spans(i.Spans) + "\n\n")
	}
	for _, s := range d.Sections {
		m.section(&b, s)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (m DocMarkdown) section(b *bounded, s Section) {
	fold := s.Fold && m.Fold > 0 && s.count() > m.Fold
	begin, end := "### "+MarkdownText(s.Heading)+"\n\n", "\n"
	if fold {
		begin, end = "<details>\n<summary><b>"+htmlText(s.Heading)+"</b></summary>\n\n", "\n</details>\n\n"
	}
	if !b.open(begin, end) {
		return
	}
	for _, i := range s.Items {
		m.item(b, i, 0)
	}
	if s.Table != nil {
		var t strings.Builder
		_ = s.Table.Markdown(&t)
		b.add(t.String())
	}
	if len(s.Foot) > 0 {
		b.add("\n" + m.spans(s.Foot) + "\n")
	}
	b.close()
}

func (m DocMarkdown) item(b *bounded, i Item, depth int) {
	sign := markdownSigns[i.Sign]
	if !b.add(strings.Repeat("  ", depth) + "- " + sign + m.spans(i.Spans) + "\n") {
		return
	}
	for _, sub := range i.Items {
		m.item(b, sub, depth+1)
	}
}

// markdownSigns are the marks of list entries. They are words of no language.
var markdownSigns = [...]string{
	Bullet: "", Plus: "➕ ", Minus: "➖ ", Tilde: "✏️ ", Fault: "❌ ", Alert: "⚠️ ", Remark: "ℹ️ ", Heading: "",
}

func (m DocMarkdown) spans(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		words := MarkdownText(s.Text)
		mark := markdownMarks[s.As]
		trimmed := strings.TrimSpace(words)
		if mark == "" || trimmed == "" {
			b.WriteString(words)
			continue
		}
		// Emphasis must touch the words.
		before, after, _ := strings.Cut(words, trimmed)
		b.WriteString(before + mark + trimmed + mark + after)
	}
	return plainStart(strings.TrimSpace(b.String()))
}

// blockStart is what would begin a list or a line across the page.
var blockStart = regexp.MustCompile(`^([-+])([ \t]|$)|^(-)[- \t]*$|^([0-9]{1,9})([.)])([ \t]|$)`)

// plainStart keeps words from beginning a list of their own.
func plainStart(s string) string {
	m := blockStart.FindStringSubmatchIndex(s)
	switch {
	case m == nil:
		return s
	case m[8] >= 0: // a number and its sign
		return s[:m[9]] + `\` + s[m[9]:]
	}
	return `\` + s
}

// htmlText writes words in HTML, where GitHub looks for names and numbers
// just as it does in Markdown.
func htmlText(s string) string {
	var b strings.Builder
	for _, r := range Safe(s) {
		b.WriteString(html.EscapeString(string(r)))
		if strings.ContainsRune("@#:", r) {
			b.WriteString(part)
		}
	}
	return strings.NewReplacer("www.", "www"+part+".", "WWW.", "WWW"+part+".").Replace(b.String())
}

var markdownMarks = [...]string{Plain: "", Strong: "**", Faint: "", Old: "~~", New: "**"}

// bounded is a text of at most so many characters, of whole pieces.
type bounded struct {
	b     strings.Builder
	most  int
	rest  string // what is written once, in place of all that does not fit
	ended bool
	after string // what must be written at the end of the open section
}

// room reports whether a piece fits, with what must come after it.
func (b *bounded) room(piece string) bool {
	return b.most == 0 || b.b.Len()+len(piece)+len(b.after)+len(b.rest) <= b.most
}

func (b *bounded) add(piece string) bool {
	if b.ended || !b.room(piece) {
		b.ended = true
		return false
	}
	b.b.WriteString(piece)
	return true
}

// open begins a section that ends in a certain way, however much of it fits.
func (b *bounded) open(begin, end string) bool {
	if b.ended || !b.room(begin+end) {
		b.ended = true
		return false
	}
	b.b.WriteString(begin)
	b.after = end
	return true
}

func (b *bounded) close() {
	b.b.WriteString(b.after)
	b.after = ""
}

// String is the text, with the note that something was left out.
func (b *bounded) String() string {
	if b.ended {
		return b.b.String() + b.rest
	}
	return b.b.String()
}
