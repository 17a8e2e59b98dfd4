package render

import (
	"io"
	"strings"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/text"
)

// DiffText writes what changed for a person at a terminal.
type DiffText struct {
	Lang  text.Lang
	Style Style
	Width int // columns of the terminal; 0 for a pipe or a file
}

// Write writes the groups, each under its heading. It writes nothing when
// there is nothing to tell.
func (t DiffText) Write(w io.Writer, groups []change.Group) error {
	var b strings.Builder
	for i, g := range groups {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(t.Style.Strong(Safe(g.Heading)) + "\n")
		for _, r := range g.Records {
			t.record(&b, r)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t DiffText) record(b *strings.Builder, r change.Told) {
	head := Safe(r.Name)
	if ref := r.Ref(); !ref.IsZero() && ref.String() != r.Name {
		head += " (" + Safe(ref.String()) + ")"
	}
	if r.Note != "" {
		head += ": " + Safe(r.Note)
	}
	indented(b, "  "+t.sign(howSign[r.How])+" ", "      ", head, t.Width)
	for _, f := range r.Facts {
		label := "      " + Safe(f.Label) + ": "
		indented(b, t.Style.Faint(label), "        ", Safe(f.Value), t.Width)
	}
	if r.More > 0 {
		b.WriteString("      " + t.Style.Faint(moreFacts.Say(t.Lang, text.Args{"n": r.More})) + "\n")
	}
	var where []string
	for _, background := range []bool{false, true} {
		for _, l := range r.Lines {
			if l.Background == background {
				where = t.line(b, l, where)
			}
		}
	}
}

var moreFacts = text.Both{Sv: "… och {n|en uppgift|# uppgifter} till", En: "… and {n|one more fact|# more facts}"}

// line writes one edit under the entries it stands in, which are not written
// again where they are those of the line before.
func (t DiffText) line(b *strings.Builder, l change.Line, before []string) (where []string) {
	same := 0
	for same < len(l.Where) && same < len(before) && l.Where[same] == before[same] {
		same++
	}
	for i := same; i < len(l.Where); i++ {
		indent := strings.Repeat("  ", i+3)
		indented(b, indent, indent+"  ", Safe(l.Where[i]), t.Width)
	}
	indent := strings.Repeat("  ", len(l.Where)+2)
	label := Safe(l.Label) + ": "
	value := t.value(l)
	if l.Note != "" {
		value += " (" + Safe(l.Note) + ")"
	}
	s := label + value
	if l.Background {
		s = t.Style.Faint(s)
	}
	indented(b, indent+t.sign(whatSign[l.Edit.What])+" ", indent+"    ", s, t.Width)
	return l.Where
}

// value writes what was and what is.
func (t DiffText) value(l change.Line) string {
	if l.Words != nil {
		return t.words(l.Words)
	}
	switch {
	case l.Before == "" || l.Edit.What == change.Reordered:
		return Safe(l.After)
	case l.After == "":
		return Safe(l.Before)
	}
	return Safe(l.Before) + " → " + Safe(l.After)
}

// words writes two wordings against each other: what was taken out and what
// was put in between the marks that wdiff made known, in colour too where
// there is any. Long stretches that both have are shortened.
func (t DiffText) words(words []change.Word) string {
	parts := make([]string, len(words))
	for i, w := range words {
		s := Safe(w.Text)
		switch w.In {
		case change.BaseOnly:
			parts[i] = t.Style.Error("[-" + s + "-]")
		case change.HeadOnly:
			parts[i] = t.Style.Good("{+" + s + "+}")
		default:
			parts[i] = context(s, i > 0, i < len(words)-1)
		}
	}
	return strings.Join(parts, " ")
}

// contextWords is how many words around a change are shown.
const contextWords = 8

// context shortens a stretch that both wordings have to the words next to what
// changed.
func context(s string, after, before bool) string {
	words := strings.Fields(s)
	switch {
	case after && before && len(words) > 2*contextWords+2:
		return strings.Join(words[:contextWords], " ") + " … " + strings.Join(words[len(words)-contextWords:], " ")
	case after && !before && len(words) > contextWords+1:
		return strings.Join(words[:contextWords], " ") + " …"
	case before && !after && len(words) > contextWords+1:
		return "… " + strings.Join(words[len(words)-contextWords:], " ")
	}
	return s
}

// The signs of what happened.
var (
	howSign  = map[change.How]string{change.Edited: "~", change.Added: "+", change.Removed: "-", change.Moved: "~", change.Guessed: "~"}
	whatSign = map[change.What]string{
		change.Came: "+", change.Went: "-", change.Altered: "~", change.Reordered: "~", change.Settled: "+",
		change.Withdrawn: "-", change.Narrowed: "~", change.Widened: "~",
	}
)

func (t DiffText) sign(s string) string {
	switch s {
	case "+":
		return t.Style.Good(s)
	case "-":
		return t.Style.Error(s)
	}
	return t.Style.Warning(s)
}
