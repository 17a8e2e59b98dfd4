package render

import (
	"io"
	"strings"
)

// DocText writes a text for a person at a terminal.
type DocText struct {
	Style Style
	Width int // columns of the terminal; 0 for a pipe or a file
	// Most is how many rows of a table are shown; 0 for all. Rest says that there
	// are so many more.
	Most int
	Rest func(s Section, more int) string
}

// Write writes the title, the lead and the sections, with an empty line between
// them. An empty text writes nothing.
func (t DocText) Write(w io.Writer, d Doc) error {
	var parts []string
	add := func(write func(*strings.Builder)) {
		var b strings.Builder
		if write(&b); b.Len() > 0 {
			parts = append(parts, b.String())
		}
	}
	add(func(b *strings.Builder) {
		if d.Title != "" {
			indented(b, "", "", t.Style.Strong(Safe(d.Title)), t.Width)
		}
		for _, i := range d.Lead {
			indented(b, "", "", t.spans(i.Spans), t.Width)
		}
	})
	var err error
	for _, s := range d.Sections {
		add(func(b *strings.Builder) { err = t.section(b, s) })
		if err != nil {
			return err
		}
	}
	_, err = io.WriteString(w, strings.Join(parts, "\n"))
	return err
}

func (t DocText) section(b *strings.Builder, s Section) error {
	if s.Heading != "" {
		for _, line := range Wrap(Safe(s.Heading), t.Width) {
			b.WriteString(t.Style.Strong(line) + "\n")
		}
	}
	for _, i := range s.Items {
		t.item(b, i, 1)
	}
	if s.Table != nil {
		shown, more := *s.Table, 0
		if t.Most > 0 && len(shown.Rows) > t.Most {
			shown.Rows, more = shown.Rows[:t.Most], len(shown.Rows)-t.Most
		}
		if err := shown.Write(b, t.Width, t.Style); err != nil {
			return err
		}
		if more > 0 {
			indented(b, "", "", t.Rest(s, more), t.Width)
		}
	}
	if len(s.Foot) > 0 {
		indented(b, "", "", t.spans(s.Foot), t.Width)
	}
	return nil
}

func (t DocText) item(b *strings.Builder, i Item, depth int) {
	indent := strings.Repeat("  ", depth)
	sign := t.sign(i.Sign)
	rest := indent + strings.Repeat(" ", columns(signs[i.Sign])) + "  "
	if i.Sign == Heading {
		rest = indent + "  "
	}
	indented(b, indent+sign, rest, t.spans(i.Spans), t.Width)
	for _, sub := range i.Items {
		t.item(b, sub, depth+1)
	}
}

// signs are the marks of list entries in plain text.
var signs = [...]string{Bullet: "– ", Plus: "+ ", Minus: "- ", Tilde: "~ ", Fault: "✗ ", Alert: "! ", Remark: "· ", Heading: ""}

func (t DocText) sign(s Sign) string {
	mark := signs[s]
	switch s {
	case Plus:
		return t.Style.Good(mark)
	case Minus, Fault:
		return t.Style.Error(mark)
	case Tilde, Alert:
		return t.Style.Warning(mark)
	case Remark:
		return t.Style.Note(mark)
	}
	return mark
}

// spans writes stretches of words. What was taken out of a text and what was
// put in stands between the marks that wdiff made known, in colour where there
// is any.
func (t DocText) spans(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		words := Safe(s.Text)
		switch s.As {
		case Strong:
			words = t.Style.Strong(words)
		case Faint:
			words = t.Style.Faint(words)
		case Old:
			words = t.Style.Error("[-" + words + "-]")
		case New:
			words = t.Style.Good("{+" + words + "+}")
		}
		b.WriteString(words)
	}
	return b.String()
}
